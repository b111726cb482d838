package io.slimgan.ui;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.session.Preview;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Draws {@link FakeImages}. Answers on a background thread; with {@link #hold()} requests wait until {@link #release()},
 * and then only the newest is answered, as the real one does.
 */
public final class FakePreview implements Preview {

    private final int imageSize;
    private final int classes;
    private final List<PreviewRequest> requests = new CopyOnWriteArrayList<>();
    private volatile long newestStep;
    private volatile List<Long> checkpointSteps = List.of(0L);
    private volatile Optional<Problem> failure = Optional.empty();
    private volatile boolean closed;
    private boolean held;
    private Optional<Runnable> waiting = Optional.empty();

    /** @param classes of the run; 0 if it knows none */
    FakePreview(int imageSize, int classes) {
        this.imageSize = imageSize;
        this.classes = classes;
    }

    /** What {@link FakeImages} draws for a latent in a class. */
    public static long drawnSeed(long seed, int label) {
        return seed + 1_000_003L * label;
    }

    /** Every request so far, in order. */
    public List<PreviewRequest> requests() {
        return List.copyOf(requests);
    }

    public boolean isClosed() {
        return closed;
    }

    /** The newest weights are of this step from now on. */
    public void newestStep(long step) {
        newestStep = step;
    }

    public void checkpointSteps(List<Long> steps) {
        checkpointSteps = List.copyOf(steps);
    }

    /** Every request fails with this from now on; empty ends it. */
    public void failWith(Optional<Problem> problem) {
        failure = problem;
    }

    /** Requests wait from now on. */
    public synchronized void hold() {
        held = true;
    }

    /** Answers the newest request that waits, and those that come. */
    public synchronized void release() {
        held = false;
        waiting.ifPresent(CompletableFuture::runAsync);
        waiting = Optional.empty();
    }

    @Override
    public synchronized void request(PreviewRequest request, Consumer<PreviewAnswer> onAnswer) {
        requests.add(request);
        Runnable answering = () -> onAnswer.accept(answer(request));
        if (held) {
            waiting = Optional.of(answering);
        } else {
            CompletableFuture.runAsync(answering);
        }
    }

    private PreviewAnswer answer(PreviewRequest request) {
        Optional<Problem> problem = failure;
        if (problem.isPresent()) {
            return new PreviewAnswer.Failure(request, problem.get());
        }
        long step = request.source().isNewest() ? newestStep : request.source().step();
        long[] seeds = request.classes().imageSeeds(request.latentSeeds()).stream()
                .mapToLong(Long::longValue)
                .toArray();
        int[] labels = request.classes().labels(classes, request.latentSeeds());
        for (int i = 0; i < labels.length; i++) {
            seeds[i] = drawnSeed(seeds[i], labels[i]);
        }
        List<PreviewAnswer.Row> rows = new ArrayList<>();
        for (Width width : request.widths()) {
            RgbImages images = FakeImages.of(imageSize, width.multiplier(), step, seeds);
            rows.add(new PreviewAnswer.Row(width, images, 0.4 + width.multiplier()));
        }
        return new PreviewAnswer.Images(request, step, rows);
    }

    @Override
    public long newestStep() {
        return newestStep;
    }

    @Override
    public List<Long> checkpointSteps() {
        return checkpointSteps;
    }

    @Override
    public void close() {
        closed = true;
    }
}
