package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.config.EvaluationSettings;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.evaluations.Evaluation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The measuring of a run beside its training: one snapshot at a time. While one is under way the next is left out, never
 * queued. For the device thread, which never waits here.
 */
final class LiveEvaluation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveEvaluation.class);

    private final Path runFolder;
    private final RunSettings settings;
    private final PacedEvaluator evaluator;
    private final BooleanSupplier training;
    private @Nullable EvaluationJob job;
    private long jobStep = -1;
    private long lastBegun = -1;
    private Optional<String> broken = Optional.empty();
    private volatile boolean hurried;

    /** @param training whether steps run right now; asked by the measuring thread */
    LiveEvaluation(Path runFolder, RunSettings settings, PacedEvaluator evaluator, BooleanSupplier training) {
        this.runFolder = runFolder;
        this.settings = settings;
        this.evaluator = evaluator;
        this.training = training;
    }

    /** What came of a measurement: values, or why there are none. */
    record Outcome(long step, Optional<Evaluation> evaluation, Optional<Problem> problem) {}

    /** Whether this step should be measured and nothing is in the way; says so in the log where something is. */
    boolean isDue(long step) {
        EvaluationSettings measured = settings.evaluation();
        if (!measured.measures() || broken.isPresent() || step == 0 || step % measured.everySteps() != 0) {
            return false;
        }
        if (step == lastBegun) {
            return false;
        }
        if (job != null) {
            LOG.info(
                    "Step {} is not measured, as step {} still is; measure less often, fewer images or a larger share.",
                    step,
                    jobStep);
            return false;
        }
        return true;
    }

    /** Whether the last step of the run still has to be measured, which a run shorter than the interval leaves out. */
    boolean wantsLast(long step) {
        return settings.evaluation().measures()
                && broken.isEmpty()
                && step >= settings.evaluation().everySteps()
                && step != lastBegun;
    }

    /** Whether a measurement is under way or its outcome not yet taken. */
    boolean isBusy() {
        return job != null;
    }

    /** The step that is being measured, whose checkpoint must stay until it is known how good it is. */
    OptionalLong step() {
        return job == null ? OptionalLong.empty() : OptionalLong.of(jobStep);
    }

    /** What is being done, such as "Measuring step 1,000, 40 %"; empty while nothing is. */
    String activity() {
        EvaluationJob now = job;
        if (now == null) {
            return "";
        }
        EvaluationProgress progress = now.progress();
        String share = progress.total() > 0 ? ", " + 100 * progress.done() / progress.total() + " %" : "";
        return String.format(java.util.Locale.ROOT, "Measuring step %,d%s", jobStep, share);
    }

    /** From now on nobody trains: measuring need not hold back. */
    void hurry() {
        hurried = true;
    }

    /** Begins to measure a snapshot of the generator. */
    void begin(long step, Map<String, HostTensor> weights) {
        EvaluationSubject subject = new EvaluationSubject.Snapshot(runFolder, settings, step, weights);
        Pace pace = new Pace(settings.evaluation().coreShare(), () -> !hurried && training.getAsBoolean());
        job = evaluator.evaluate(EvaluationRequest.of(subject, plan(), 1), pace);
        jobStep = step;
        lastBegun = step;
    }

    private MeasuringPlan plan() {
        EvaluationSettings measured = settings.evaluation();
        return MeasuringPlan.of(MeasuringPlan.Protocol.QUICK, measured.metrics())
                .withSamples(measured.samples())
                .withFeatures(
                        measured.features().isBlank() ? Optional.empty() : Optional.of(Path.of(measured.features())),
                        measured.tap() == 0 ? OptionalInt.empty() : OptionalInt.of(measured.tap()))
                .withModes(measured.preprocessing(), measured.quantisation());
    }

    /** What came of the measurement, once it is done; it is told once. */
    Optional<Outcome> take() {
        EvaluationJob now = job;
        if (now == null || !now.result().isDone()) {
            return Optional.empty();
        }
        job = null;
        try {
            List<Evaluation> evaluations = now.result().join();
            return Optional.of(new Outcome(jobStep, Optional.of(evaluations.get(0)), Optional.empty()));
        } catch (CancellationException cancelled) {
            return Optional.empty();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof CancellationException) {
                return Optional.empty();
            }
            return Optional.of(new Outcome(jobStep, Optional.empty(), Optional.of(failure(cause))));
        }
    }

    /** What the user must put right would only happen again, so it ends the measuring of this session. */
    private Problem failure(Throwable cause) {
        Problem told = Problem.of("Measuring step " + jobStep, cause);
        if (cause instanceof UserError) {
            broken = Optional.of(told.sentence());
            LOG.warn("Nothing is measured any more: {}", told.sentence());
        } else {
            LOG.warn("Step {} could not be measured.", jobStep, cause);
        }
        return told;
    }

    /** Training went back before what is being measured, or ends: nobody wants to know any more. */
    void cancel() {
        EvaluationJob now = job;
        if (now != null) {
            now.cancel();
        }
        job = null;
        lastBegun = -1;
    }

    @Override
    public void close() {
        cancel();
    }
}
