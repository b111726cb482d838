package io.slimgan.ui.tradeoff;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.EvaluationStore;
import io.slimgan.ui.common.Latest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What lies in a run's folder to measure and as measured, read anew from time to time in the background. FX thread. */
final class RunShelf {

    private static final long REREAD_NANOS = 3_000_000_000L;

    /**
     * The folder at one moment.
     *
     * @param checkpoints steps, ascending
     * @param evaluations what was measured of a checkpoint in one way together, the newest measurement first
     * @param best which checkpoints are the best of what
     * @param times how long drawing takes, by the weights of the evaluations that it was measured of
     */
    record Content(
            List<Long> checkpoints,
            List<Evaluation> evaluations,
            BestCheckpoints best,
            Map<String, DrawingTimes> times) {}

    private final Executor background;
    private final Latest reading = new Latest();
    private Optional<Path> folder = Optional.empty();
    private boolean underWay;
    private long readAt;

    RunShelf(Executor background) {
        this.background = background;
    }

    void open(Path runFolder) {
        reading.forget();
        folder = Optional.of(runFolder);
        underWay = false;
        readAt = 0;
    }

    void close() {
        reading.forget();
        folder = Optional.empty();
        underWay = false;
    }

    /** Reads again at the next tick. */
    void readSoon() {
        readAt = 0;
    }

    /** Reads if that is some time ago; {@code onRead} is called with what is there. */
    void tick(Consumer<Content> onRead, Consumer<Throwable> onFailed) {
        long now = System.nanoTime();
        if (folder.isEmpty() || underWay || readAt != 0 && now - readAt < REREAD_NANOS) {
            return;
        }
        underWay = true;
        readAt = now;
        Path run = folder.get();
        reading.await(
                CompletableFuture.supplyAsync(() -> read(run), background),
                content -> {
                    underWay = false;
                    onRead.accept(content);
                },
                thrown -> {
                    underWay = false;
                    onFailed.accept(thrown);
                });
    }

    private static Content read(Path run) {
        List<Evaluation> newestFirst = new ArrayList<>(EvaluationStore.of(run).all());
        Collections.reverse(newestFirst);
        return new Content(
                RunFolder.open(run).checkpoints().steps(),
                MergedEvaluations.of(newestFirst),
                BestCheckpoints.read(run),
                times(run, newestFirst));
    }

    private static Map<String, DrawingTimes> times(Path run, List<Evaluation> evaluations) {
        Map<String, DrawingTimes> times = new HashMap<>();
        evaluations.stream()
                .map(Evaluation::weights)
                .distinct()
                .forEach(weights -> DrawingTimes.read(run, weights).ifPresent(known -> times.put(weights, known)));
        return times;
    }
}
