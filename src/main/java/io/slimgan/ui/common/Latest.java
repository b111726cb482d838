package io.slimgan.ui.common;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Questions of one kind of which only the newest matters: an answer to an older one is dropped. FX thread. */
public final class Latest {

    private long stamp;

    /** Waits for this answer, and for none of those before. The handlers are called on the FX thread. */
    public <T> void await(CompletionStage<T> work, Consumer<T> onDone, Consumer<Throwable> onFailed) {
        long mine = ++stamp;
        Fx.whenDone(
                work,
                value -> {
                    if (mine == stamp) {
                        onDone.accept(value);
                    }
                },
                thrown -> {
                    if (mine == stamp) {
                        onFailed.accept(thrown);
                    }
                });
    }

    /** Drops the answer that is awaited. */
    public void forget() {
        stamp++;
    }
}
