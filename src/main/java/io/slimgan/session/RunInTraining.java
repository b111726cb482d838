package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.config.Metric;
import io.slimgan.config.RunSettings;
import io.slimgan.data.BatchLoader;
import io.slimgan.data.LabelledBatch;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.training.StepReport;
import io.slimgan.training.TrainerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run with everything opened that training it takes, standing between two steps. For the device thread.
 *
 * <p>A step is a pure function of the state before it: batch numbers and latents are keyed by the step, so going on from
 * a checkpoint repeats, bit for bit, what the straight run did.
 */
final class RunInTraining {

    private static final Logger LOG = LoggerFactory.getLogger(RunInTraining.class);

    /** Names of a checkpoint's notes. */
    private static final String GAP_NOTE = "critic_gap";

    private static final String INTERVAL_NOTE = "scalar_interval";

    /** Something to be written that belongs to the step at which training stands; may be tried again. */
    record DiskJob(String doing, Runnable write) {}

    private final RunSettings settings;
    private final StepEngine engine;
    private final BatchLoader batches;
    private final EventLog events;
    private final SampleGrids samples;
    private final CheckpointKeeper keeper;
    private final LongSupplier residentBytes;
    private final LiveEvaluation live;
    private final RunWatches watches;
    private final IntervalMeans means = new IntervalMeans();
    private final CriticGap gap = new CriticGap();
    private Optional<WatchMark> divergence = Optional.empty();

    RunInTraining(
            RunSettings settings,
            StepEngine engine,
            BatchLoader batches,
            EventLog events,
            SampleGrids samples,
            CheckpointKeeper keeper,
            LiveEvaluation live,
            LongSupplier residentBytes) {
        this.settings = settings;
        this.engine = engine;
        this.batches = batches;
        this.events = events;
        this.samples = samples;
        this.keeper = keeper;
        this.live = live;
        this.watches = new RunWatches(settings.watches());
        this.residentBytes = residentBytes;
    }

    /** Finished generator updates. */
    long step() {
        return engine.step();
    }

    boolean isFinished() {
        return engine.step() >= settings.training().steps();
    }

    /** The step of the newest checkpoint; -1 before the first. */
    long savedStep() {
        return keeper.savedStep();
    }

    /** A copy of the generator's weights. */
    Map<String, HostTensor> generatorWeights() {
        return engine.generatorWeights();
    }

    /** Trains one step. */
    void advance() {
        int updates = settings.training().discriminatorSteps();
        long first = engine.step() * updates;
        List<LabelledBatch> real = new ArrayList<>(updates);
        for (int k = 0; k < updates; k++) {
            real.add(batches.take(first + k));
        }
        StepReport report = engine.step(real);
        real.forEach(batches::giveBack);
        means.add(report);
        gap.add(report);
        watches.step(report);
    }

    /** What has to be written at this step, in this order. */
    List<DiskJob> due(long nowNanos) {
        long step = engine.step();
        List<DiskJob> jobs = new ArrayList<>();
        boolean intervalEnds = step % settings.logging().scalarsEverySteps() == 0;
        if (intervalEnds || isFinished()) {
            putScalars(intervalEnds);
            jobs.add(new DiskJob("Writing the curves", events::flush));
        }
        boolean measure = live.isDue(step);
        if (measure) {
            live.begin(step, engine.generatorWeights());
        }
        boolean unsaved = step != keeper.savedStep();
        if (unsaved && (measure || isFinished() || keeper.isDue(step, nowNanos))) {
            jobs.add(checkpoint()); // What is measured is saved, for it may be the best.
        }
        if (step % settings.logging().samplesEverySteps() == 0 || isFinished()) {
            jobs.addAll(samples());
        }
        return jobs;
    }

    /** What was noticed since the last call, to be logged. */
    List<DiskJob> noticed() {
        List<WatchMark> marks = watches.takeNoticed();
        if (marks.isEmpty()) {
            return List.of();
        }
        marks.forEach(this::putMark);
        return List.of(new DiskJob("Logging what was noticed", events::flush));
    }

    /** What was noticed and still is so, the newest first. */
    List<WatchMark> watches() {
        return watches.current();
    }

    /** What training should wait for the user for; told once. */
    Optional<WatchMark> takePausing() {
        return watches.takePausing();
    }

    /** The step after this one failed: it is marked where it stands, in the log alone. */
    void diverged(long failedStep) {
        WatchMark mark = new WatchMark(WatchKind.DIVERGENCE, "", failedStep - 1, failedStep);
        divergence = Optional.of(mark);
        putMark(mark);
        try {
            events.flush();
        } catch (UserError e) {
            LOG.warn("The divergence is not in the log yet: {}", e.sentence());
        }
    }

    private void putMark(WatchMark mark) {
        LOG.info("At step {}: {}", mark.step(), mark.sentence());
        events.scalars(mark.step(), Map.of(mark.tag(), mark.value()));
    }

    /** Whether a measurement is under way or waits to be taken. */
    boolean isMeasuring() {
        return live.isBusy();
    }

    /** What is measured right now, in words; empty while nothing is. */
    String measuring() {
        return live.activity();
    }

    /** Nobody trains any more: sees to it that the last step is measured, and tells whether that takes time yet. */
    boolean measureToTheEnd() {
        live.hurry();
        if (!live.isBusy() && live.wantsLast(engine.step())) {
            live.begin(engine.step(), engine.generatorWeights());
        }
        return live.isBusy();
    }

    /** Nobody waits for what is being measured. */
    void stopMeasuring() {
        live.cancel();
    }

    /** What came of a measurement, where one is done. */
    Optional<LiveEvaluation.Outcome> takeMeasured() {
        return live.take();
    }

    /** What has to be written when a snapshot was measured. */
    List<DiskJob> measured(long step, Evaluation evaluation) {
        events.scalars(step, LiveScalars.of(evaluation));
        watches.measured(step, evaluation);
        return List.of(
                new DiskJob("Writing the curves of the quality", events::flush),
                new DiskJob(
                        "Noting the best checkpoint", () -> keeper.measured(LiveScalars.candidates(step, evaluation))));
    }

    /** What a run writes before its first step. */
    List<DiskJob> atTheBeginning() {
        List<DiskJob> jobs = new ArrayList<>(List.of(checkpoint()));
        jobs.addAll(samples());
        return jobs;
    }

    /** Saves the run as it stands. */
    DiskJob checkpoint() {
        return new DiskJob("Writing a checkpoint", this::writeCheckpoint);
    }

    /** Goes back to a checkpoint; the curves go on after its step. */
    void goBackTo(Checkpoint checkpoint, long nowNanos) {
        live.cancel();
        events.goOnAfter(checkpoint.step());
        goTo(checkpoint, nowNanos);
        // The mark where it happened is void now, like all points there.
        divergence
                .filter(mark -> mark.step() > checkpoint.step())
                .ifPresent(mark -> putMark(new WatchMark(WatchKind.DIVERGENCE, "", checkpoint.step(), mark.value())));
        divergence = Optional.empty();
    }

    /** Goes to a checkpoint. */
    void goTo(Checkpoint checkpoint, long nowNanos) {
        engine.restore(new TrainerState(
                checkpoint.step(), checkpoint.generator(), checkpoint.discriminator(), checkpoint.optimizer()));
        means.restore(checkpoint.notes().getOrDefault(INTERVAL_NOTE, ""));
        gap.restore(checkpoint.notes().getOrDefault(GAP_NOTE, ""));
        watches.restore(checkpoint.notes());
        keeper.standsAt(checkpoint.step(), nowNanos);
    }

    /** Two jobs, so that trying the second again does not log the picture twice. */
    private List<DiskJob> samples() {
        return List.of(
                new DiskJob("Writing the sample grid", this::writeSamples),
                new DiskJob("Logging the sample grid", events::flush));
    }

    private void putScalars(boolean intervalEnds) {
        Map<String, Double> points = means.means();
        points.put("memory/resident_mib", residentBytes.getAsLong() / (1024.0 * 1024.0));
        events.scalars(engine.step(), points);
        if (intervalEnds) {
            means.clear();
        }
    }

    private void writeSamples() {
        SampleGrids.Grid grid =
                samples.save(engine.step(), engine.generatorWeights(), keeper.savedStep() == engine.step());
        events.image("samples/consistency", engine.step(), grid);
        events.scalars(engine.step(), grid.scalars());
        watches.grid(engine.step(), grid.diversity());
    }

    private void writeCheckpoint() {
        events.sync(); // A checkpoint must not be ahead of its curves.
        Map<String, String> notes = new HashMap<>();
        notes.put(INTERVAL_NOTE, means.toNote());
        notes.put(GAP_NOTE, gap.toNote());
        watches.putNotes(notes);
        keeper.save(engine.capture(), notes, standIn(), live.step(), System.nanoTime());
    }

    /** Where the Fréchet distance is measured, nothing has to stand in for it. */
    private Optional<Double> standIn() {
        boolean measuresQuality = settings.evaluation().measures()
                && settings.evaluation().metrics().contains(Metric.FID);
        return measuresQuality
                ? Optional.empty()
                : gap.after(engine.step(), settings.training().steps());
    }
}
