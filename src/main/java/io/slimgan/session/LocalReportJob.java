package io.slimgan.session;

import io.slimgan.base.ProgramVersion;
import io.slimgan.config.Metric;
import io.slimgan.metrics.evaluation.Feasibility;
import io.slimgan.report.mic.IndividualRow;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.session.ReportMeasuring.Measured;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Makes a report: asks the evaluation thread for each run's figures, found again where they were measured before, and
 * for those between individual runs, then draws and reads the rest. {@link #run} keeps a background thread busy; the rest is for any thread.
 */
final class LocalReportJob implements ReportJob {

    private static final long LOOK_MILLIS = 100;

    private final Evaluator evaluator;
    private final Executor evaluationThread;
    private final ReportRequest request;
    private final CompletableFuture<MicReport> result = new CompletableFuture<>();
    private volatile Optional<EvaluationJob> measuring = Optional.empty();
    private volatile EvaluationProgress own = new EvaluationProgress("Waiting", 0, 0);
    private volatile Optional<ReportProgress> progress = Optional.empty();
    private volatile long images;
    private volatile boolean cancelled;

    /** @param evaluationThread where drawing is timed, between the evaluator's jobs */
    LocalReportJob(Evaluator evaluator, Executor evaluationThread, ReportRequest request) {
        this.evaluator = evaluator;
        this.evaluationThread = evaluationThread;
        this.request = request;
    }

    @Override
    public EvaluationProgress progress() {
        EvaluationProgress part = measuring.map(EvaluationJob::progress).orElse(own);
        return progress.map(p -> p.with(part, images)).orElse(part);
    }

    @Override
    public void cancel() {
        cancelled = true;
        measuring.ifPresent(EvaluationJob::cancel);
    }

    @Override
    public CompletableFuture<MicReport> result() {
        return result.copy();
    }

    /** Makes the report; returns when {@link #result} is there. */
    void run() {
        try {
            List<ReportedCheckpoint> checkpoints = new ArrayList<>();
            for (EvaluationSubject.Checkpoint asked : request.runs()) {
                checkpoints.add(ReportedCheckpoint.open(asked));
            }
            result.complete(report(checkpoints));
        } catch (Throwable e) {
            // Also an error of the machine, such as too little memory, is told to whoever asked.
            result.completeExceptionally(e);
        }
    }

    private MicReport report(List<ReportedCheckpoint> checkpoints) {
        List<Integer> individual = IndividualRuns.among(checkpoints);
        List<ReportedCheckpoint> members =
                individual.stream().map(checkpoints::get).toList();
        boolean together = !members.isEmpty() && IndividualRuns.fit(members);
        List<Metric> between = together ? metrics(true) : List.of();
        long total = checkpoints.stream().mapToLong(this::images).sum();
        progress = Optional.of(new ReportProgress(total + (between.isEmpty() ? 0 : images(between, members.size()))));
        List<ReportedRun> runs = new ArrayList<>();
        for (ReportedCheckpoint checkpoint : checkpoints) {
            runs.add(report(checkpoint, !together && members.contains(checkpoint)));
        }
        Optional<IndividualRow> row = Optional.empty();
        if (together) {
            Measured measured = measure(members, between, images(between, members.size()));
            row = Optional.of(IndividualRow.of(runs, individual, measured.values(), measured.consistency()));
        }
        return new MicReport(Instant.now(), ProgramVersion.current(), runs, row);
    }

    /** @param apart whether the run does not fit to the other individual ones */
    private ReportedRun report(ReportedCheckpoint checkpoint, boolean apart) {
        Measured measured = measure(List.of(checkpoint), metrics(checkpoint), images(checkpoint));
        List<String> remarks = new ArrayList<>(measured.remarks());
        if (apart) {
            remarks.add("The individual runs do not count together as one row: their data, image sizes or latent sizes"
                    + " differ.");
        }
        requireGoOn();
        own = new EvaluationProgress("Drawing images of " + checkpoint.name(), 0, 0);
        return new RunGathering(checkpoint, request.plan(), work -> () -> onEvaluationThread(work))
                .gather(measured.values(), measured.consistency(), remarks);
    }

    private List<Metric> metrics(ReportedCheckpoint checkpoint) {
        return checkpoint.isIndividual() ? metrics(false) : request.plan().metrics();
    }

    /** @param comparing whether those that compare widths, or the others */
    private List<Metric> metrics(boolean comparing) {
        return request.plan().metrics().stream()
                .filter(metric -> Feasibility.comparesWidths(metric) == comparing)
                .toList();
    }

    /** @param of one run, or individual ones that count together */
    private Measured measure(List<ReportedCheckpoint> of, List<Metric> metrics, long share) {
        images = share;
        Measured measured = new ReportMeasuring(some -> ask(of, some)).of(metrics);
        progress.ifPresent(p -> p.finish(share));
        return measured;
    }

    /** Waits for it, but not where the report was cancelled before its turn came. */
    private <T> T onEvaluationThread(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        AtomicBoolean taken = new AtomicBoolean();
        evaluationThread.execute(() -> {
            if (taken.compareAndSet(false, true)) {
                try {
                    done.complete(work.get());
                } catch (Throwable e) {
                    done.completeExceptionally(e);
                }
            }
        });
        while (true) {
            try {
                return done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                // What has begun is waited for: it uses what the caller closes.
                if (cancelled && taken.compareAndSet(false, true)) {
                    requireGoOn();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("The report was interrupted.");
            } catch (ExecutionException e) {
                throw new CompletionException(e.getCause());
            }
        }
    }

    private Evaluation ask(List<ReportedCheckpoint> of, List<Metric> metrics) {
        requireGoOn();
        EvaluationJob job = evaluator.evaluate(new EvaluationRequest(
                of.stream().<EvaluationSubject>map(ReportedCheckpoint::subject).toList(),
                request.against(),
                request.plan().withMetrics(metrics),
                request.threads(),
                request.cached(),
                Optional.empty()));
        measuring = Optional.of(job);
        if (cancelled) {
            job.cancel(); // it was asked for between the look above and now
        }
        try {
            return job.result().join().get(0);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        } finally {
            measuring = Optional.empty();
        }
    }

    /** Those that a run is measured on. */
    private long images(ReportedCheckpoint checkpoint) {
        return images(
                metrics(checkpoint), checkpoint.settings().model().widths().size());
    }

    private long images(List<Metric> metrics, int widths) {
        return (long) widths
                * metrics.stream().mapToInt(request.plan()::samplesOf).max().orElse(0);
    }

    private void requireGoOn() {
        if (cancelled) {
            throw new CancellationException("The report was cancelled.");
        }
    }
}
