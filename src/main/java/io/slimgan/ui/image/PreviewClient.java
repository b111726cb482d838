package io.slimgan.ui.image;

import io.slimgan.session.Preview;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.common.Fx;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * One view's door to its preview: brings answers to the FX thread, where only the newest that has arrived is delivered.
 * Requests carry a stamp, so it is known whether the newest has been answered. All methods on the FX thread.
 */
public final class PreviewClient implements AutoCloseable {

    /**
     * An answer on the FX thread.
     *
     * @param answer images or a failure
     * @param latencyMillis from the asking to the delivery
     * @param newest whether this answers the newest request; an older one may be shown while the newest is under way
     */
    public record Answered(PreviewAnswer answer, double latencyMillis, boolean newest) {}

    private record Arrived(PreviewAnswer answer, long stamp, long askedNanos) {}

    private final Preview preview;
    private final Consumer<Answered> onAnswer;
    private final AtomicReference<Optional<Arrived>> arrived = new AtomicReference<>(Optional.empty());
    private long asked;
    private long answered;
    private boolean closed;

    /**
     * @param preview closed together with this
     * @param onAnswer called on the FX thread
     */
    public PreviewClient(Preview preview, Consumer<Answered> onAnswer) {
        this.preview = preview;
        this.onAnswer = onAnswer;
    }

    /** Asks for images; what was asked before and has not begun is dropped by the preview. */
    public void ask(PreviewRequest request) {
        if (closed) {
            return;
        }
        long stamp = ++asked;
        long now = System.nanoTime();
        preview.request(request, answer -> arrive(new Arrived(answer, stamp, now)));
    }

    /** On the preview thread. One hop waits at a time, and it takes what is newest then. */
    private void arrive(Arrived answer) {
        if (arrived.getAndSet(Optional.of(answer)).isEmpty()) {
            Fx.later(this::deliver);
        }
    }

    private void deliver() {
        Optional<Arrived> next = arrived.getAndSet(Optional.empty());
        if (closed || next.isEmpty()) {
            return;
        }
        Arrived answer = next.get();
        answered = Math.max(answered, answer.stamp());
        double millis = (System.nanoTime() - answer.askedNanos()) / 1e6;
        onAnswer.accept(new Answered(answer.answer(), millis, answer.stamp() == asked));
    }

    /** Whether the newest request has not been answered yet. */
    public boolean isWaiting() {
        return answered < asked;
    }

    /** See {@link Preview#newestStep()}. */
    public long newestStep() {
        return preview.newestStep();
    }

    /** The preview itself, for what a background thread asks. */
    public Preview preview() {
        return preview;
    }

    @Override
    public void close() {
        closed = true;
        preview.close();
    }
}
