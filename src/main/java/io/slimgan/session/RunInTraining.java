package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import io.slimgan.data.BatchLoader;
import io.slimgan.runs.Checkpoint;
import io.slimgan.training.StepReport;
import io.slimgan.training.TrainerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A run with everything opened that training it takes, standing between two steps. For the device thread.
 *
 * <p>A step is a pure function of the state before it: batch numbers and latents are keyed by the step, so going on from
 * a checkpoint repeats, bit for bit, what the straight run did.
 */
final class RunInTraining {

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
    private final IntervalMeans means = new IntervalMeans();
    private final CriticGap gap = new CriticGap();

    RunInTraining(
            RunSettings settings,
            StepEngine engine,
            BatchLoader batches,
            EventLog events,
            SampleGrids samples,
            CheckpointKeeper keeper,
            LongSupplier residentBytes) {
        this.settings = settings;
        this.engine = engine;
        this.batches = batches;
        this.events = events;
        this.samples = samples;
        this.keeper = keeper;
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
        List<HostTensor> real = new ArrayList<>(updates);
        for (int k = 0; k < updates; k++) {
            real.add(batches.take(first + k));
        }
        StepReport report = engine.step(real);
        real.forEach(batches::giveBack);
        means.add(report);
        gap.add(report);
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
        if (keeper.isDue(step, nowNanos) || (isFinished() && step != keeper.savedStep())) {
            jobs.add(checkpoint());
        }
        if (step % settings.logging().samplesEverySteps() == 0 || isFinished()) {
            jobs.addAll(samples());
        }
        return jobs;
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
        events.goOnAfter(checkpoint.step());
        goTo(checkpoint, nowNanos);
    }

    /** Goes to a checkpoint. */
    void goTo(Checkpoint checkpoint, long nowNanos) {
        engine.restore(new TrainerState(
                checkpoint.step(), checkpoint.generator(), checkpoint.discriminator(), checkpoint.optimizer()));
        means.restore(checkpoint.notes().getOrDefault(INTERVAL_NOTE, ""));
        gap.restore(checkpoint.notes().getOrDefault(GAP_NOTE, ""));
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
    }

    private void writeCheckpoint() {
        events.sync(); // A checkpoint must not be ahead of its curves.
        Map<String, String> notes = new HashMap<>();
        notes.put(INTERVAL_NOTE, means.toNote());
        notes.put(GAP_NOTE, gap.toNote());
        keeper.save(
                engine.capture(),
                notes,
                gap.after(engine.step(), settings.training().steps()),
                System.nanoTime());
    }
}
