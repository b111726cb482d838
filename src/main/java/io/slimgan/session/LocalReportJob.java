package io.slimgan.session;

import io.slimgan.base.ProgramVersion;
import io.slimgan.base.UserError;
import io.slimgan.config.Metric;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a report: asks the evaluation thread for one metric after the other, each found again where it was measured
 * before, then draws and reads the rest. {@link #run} keeps a background thread busy; the rest is for any thread.
 */
final class LocalReportJob implements ReportJob {

    private static final Logger LOG = LoggerFactory.getLogger(LocalReportJob.class);

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
            progress = Optional.of(new ReportProgress(checkpoints.stream()
                    .mapToLong(c -> images(c) * request.plan().metrics().size())
                    .sum()));
            List<ReportedRun> runs = new ArrayList<>();
            for (ReportedCheckpoint checkpoint : checkpoints) {
                runs.add(report(checkpoint));
            }
            result.complete(new MicReport(Instant.now(), ProgramVersion.current(), runs));
        } catch (Throwable e) {
            // Also an error of the machine, such as too little memory, is told to whoever asked.
            result.completeExceptionally(e);
        }
    }

    private ReportedRun report(ReportedCheckpoint checkpoint) {
        List<MetricValue> values = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Optional<Consistency> consistency = Optional.empty();
        images = images(checkpoint);
        for (Metric metric : request.plan().metrics()) {
            if (comparesWidths(metric) && checkpoint.settings().model().widths().size() < 2) {
                progress.ifPresent(p -> p.finish(images));
                continue;
            }
            try {
                Evaluation measured = measure(checkpoint, metric);
                measured.values().stream().filter(v -> v.metric() == metric).forEach(values::add);
                consistency = consistency.or(measured::consistency);
            } catch (UserError missing) {
                if (comparesWidths(metric)) {
                    throw missing; // what the report is about
                }
                LOG.info("{} of {} is left out.", metric, checkpoint.name(), missing);
                remarks.add("Without " + metric.label() + ": " + missing.sentence());
            }
            progress.ifPresent(p -> p.finish(images));
        }
        requireGoOn();
        own = new EvaluationProgress("Drawing images of " + checkpoint.name(), 0, 0);
        return new RunGathering(checkpoint, request.plan(), work -> () -> onEvaluationThread(work))
                .gather(values, consistency, remarks);
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

    private static boolean comparesWidths(Metric metric) {
        return metric == Metric.MIC || metric == Metric.IC;
    }

    private Evaluation measure(ReportedCheckpoint checkpoint, Metric metric) {
        requireGoOn();
        // One request per run: several individual runs in one would count together.
        EvaluationJob job = evaluator.evaluate(new EvaluationRequest(
                List.of(checkpoint.subject()),
                request.against(),
                request.plan().withMetrics(List.of(metric)),
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

    /** Those that one metric of a run is measured on. */
    private long images(ReportedCheckpoint checkpoint) {
        return (long) request.plan().samples()
                * checkpoint.settings().model().widths().size();
    }

    private void requireGoOn() {
        if (cancelled) {
            throw new CancellationException("The report was cancelled.");
        }
    }
}
