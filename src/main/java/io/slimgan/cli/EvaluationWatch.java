package io.slimgan.cli;

import io.slimgan.base.Interruption;
import io.slimgan.report.mic.MicReport;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.session.DatasetFetch;
import io.slimgan.session.EvaluationJob;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.ReportJob;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Follows a measurement or a download to its end: shows progress, and cancels it when the process is told to end. */
final class EvaluationWatch<T> {

    private static final long LOOK_MILLIS = 200;
    private static final long PLAIN_LINE_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int BAR = 30;

    private final Supplier<EvaluationProgress> progress;
    private final Runnable cancelling;
    private final CompletableFuture<T> result;
    private final Terminal terminal;
    private final Words words;
    private final long startedAt = System.nanoTime();
    private long saidAt = startedAt;
    private String said = "";
    private long begunWith;

    private EvaluationWatch(
            Supplier<EvaluationProgress> progress,
            Runnable cancelling,
            CompletableFuture<T> result,
            Terminal terminal,
            Words words) {
        this.words = words;
        this.progress = progress;
        this.cancelling = cancelling;
        this.result = result;
        this.terminal = terminal;
    }

    /** @param terminal of the error stream: the output holds nothing but results */
    static EvaluationWatch<List<Evaluation>> of(EvaluationJob job, Terminal terminal) {
        return new EvaluationWatch<>(job::progress, job::cancel, job.result(), terminal, Words.IMAGES);
    }

    /** @param terminal of the error stream */
    static EvaluationWatch<MicReport> of(ReportJob job, Terminal terminal) {
        return new EvaluationWatch<>(job::progress, job::cancel, job.result(), terminal, Words.IMAGES);
    }

    /** @param terminal of the error stream */
    static EvaluationWatch<Path> of(DatasetFetch fetch, Terminal terminal) {
        return new EvaluationWatch<>(fetch::progress, fetch::cancel, fetch.result(), terminal, Words.BYTES);
    }

    /** The result; empty where the process was told to end. */
    Optional<T> untilEnd() {
        try (Interruption hook = Interruption.saving(this::cancel)) {
            while (!result.isDone()) {
                show(progress.get());
                pauseALittle();
            }
            if (terminal.live()) {
                terminal.draw("");
            }
            return hook.happened() ? Optional.empty() : Optional.of(Answers.await(result));
        } catch (CancellationException e) {
            return Optional.empty();
        }
    }

    /** On the shutdown hook's thread. Files appear whole or not at all, so nothing need be waited for. */
    private void cancel() {
        cancelling.run();
        terminal.say(words.farewell);
    }

    private void show(EvaluationProgress now) {
        String line = line(now, secondsFor(now), words);
        if (terminal.live()) {
            terminal.draw(line);
        } else if (System.nanoTime() - saidAt >= PLAIN_LINE_NANOS && !line.equals(said)) {
            terminal.say(line);
            said = line;
            saidAt = System.nanoTime();
        }
    }

    /** What came of an earlier download came at no cost now: the time as if all had come at today's pace. */
    private double secondsFor(EvaluationProgress now) {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        if (words == Words.IMAGES) {
            return seconds;
        }
        if (begunWith == 0) {
            begunWith = now.done();
        }
        return now.done() > begunWith ? seconds * now.done() / (now.done() - begunWith) : seconds;
    }

    static String line(EvaluationProgress progress, double seconds) {
        return line(progress, seconds, Words.IMAGES);
    }

    private static String line(EvaluationProgress progress, double seconds, Words words) {
        if (progress.total() == 0) {
            return progress.activity() + " ...";
        }
        int full = (int) (BAR * progress.done() / progress.total());
        String bar = "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
        String line = String.format(
                Locale.ROOT,
                "%3d %% %s %s",
                100 * progress.done() / progress.total(),
                bar,
                words.counted(progress.done(), progress.total()));
        if (progress.done() > 0 && progress.done() < progress.total()) {
            double left = seconds * (progress.total() - progress.done()) / progress.done();
            line += "  ETA " + ProgressText.duration(left);
        }
        return line + "  " + progress.activity();
    }

    /** What is counted, and what is said when it was cancelled. */
    private enum Words {
        IMAGES("Cancelled; nothing is half-written."),
        BYTES("Cancelled; what has come is kept.");

        private final String farewell;

        Words(String farewell) {
            this.farewell = farewell;
        }

        String counted(long done, long total) {
            return this == IMAGES
                    ? done + "/" + total + " images"
                    : String.format(Locale.ROOT, "%.1f/%.1f MB", done / 1e6, total / 1e6);
        }
    }

    private static void pauseALittle() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
