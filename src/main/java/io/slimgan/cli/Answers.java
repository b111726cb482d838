package io.slimgan.cli;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the engine room's answers, which a command line may do. */
final class Answers {

    private Answers() {}

    /** The answer; what went wrong is thrown as it was. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (Failures.unwrapped(e) instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
