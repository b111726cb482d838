package io.slimgan.session;

import io.slimgan.runs.BestCheckpoints;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One view's door to the preview thread. Has one place for a waiting request: a newer one takes it, and the older is
 * never heard of again.
 */
final class LocalPreview implements Preview {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPreview.class);

    private record Asked(PreviewRequest request, Consumer<PreviewAnswer> onAnswer) {}

    private final PreviewDesk desk;
    private final RunWeights run;
    private final AtomicReference<@Nullable Asked> waiting = new AtomicReference<>();
    private volatile boolean closed;

    LocalPreview(PreviewDesk desk, RunWeights run) {
        this.desk = desk;
        this.run = run;
    }

    @Override
    public void request(PreviewRequest request, Consumer<PreviewAnswer> onAnswer) {
        // Where a request waited already, the preview thread has been told and will find this one in its place.
        if (!closed && waiting.getAndSet(new Asked(request, onAnswer)) == null) {
            desk.later(this::answer);
        }
    }

    private void answer() {
        Asked asked = waiting.getAndSet(null);
        if (asked == null || closed) {
            return;
        }
        PreviewAnswer answer = answer(asked.request());
        try {
            asked.onAnswer().accept(answer);
        } catch (RuntimeException e) {
            LOG.error("The receiver of a preview's answer failed.", e);
        }
    }

    private PreviewAnswer answer(PreviewRequest request) {
        long start = System.nanoTime();
        try {
            return desk.draw(request, run);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.info("A preview could not be drawn.", e);
            return new PreviewAnswer.Failure(request, Problem.of("Drawing", e));
        } finally {
            if (request.source().isNewest()) {
                run.inTraining().ifPresent(live -> live.drawn(System.nanoTime() - start));
            }
        }
    }

    @Override
    public long newestStep() {
        return run.newestStep();
    }

    @Override
    public List<Long> checkpointSteps() {
        return run.checkpointSteps();
    }

    @Override
    public BestCheckpoints bestCheckpoints() {
        return run.bestCheckpoints();
    }

    @Override
    public void close() {
        closed = true;
        waiting.set(null);
    }
}
