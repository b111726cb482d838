package io.slimgan.session;

import io.slimgan.runs.BestCheckpoints;
import java.util.List;
import java.util.function.Consumer;

/**
 * Draws images of one run on the preview thread, from its own copy of the generator, so that asking never waits for a
 * training step. Only the newest request of a preview waits; an older one that has not begun is dropped unanswered.
 * Every method may be called from any thread.
 */
public interface Preview extends AutoCloseable {

    /** Asks for images. {@code onAnswer} is called on the preview thread, once, unless a newer request replaces this. */
    void request(PreviewRequest request, Consumer<PreviewAnswer> onAnswer);

    /**
     * Changes whenever {@link PreviewRequest.Source#NEWEST} would give other images: a step of the model in training
     * was taken over, or another process wrote a checkpoint. Cheap, to be polled; the value is the step.
     */
    long newestStep();

    /** The steps of the run's complete checkpoints, ascending. Reads the folder's names. */
    List<Long> checkpointSteps();

    /** Which of them are the best so far, and by what. Reads a file. */
    default BestCheckpoints bestCheckpoints() {
        return BestCheckpoints.none();
    }

    @Override
    void close();
}
