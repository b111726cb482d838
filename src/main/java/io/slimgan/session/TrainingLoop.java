package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.session.RunInTraining.DiskJob;
import io.slimgan.training.DivergedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The device thread between preparing and ending: steps, and between two steps commands, points, grids and checkpoints.
 * It waits for commands only while paused, for the disk when it writes, and never for the window.
 *
 * <p>What cannot be written stays in a queue and training pauses: as no further step is taken before the queue is
 * empty, nothing is lost and trying again writes the same. A diverged state is never written.
 */
final class TrainingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingLoop.class);

    /** How often a thread with nothing else to do looks whether a measurement is done. */
    private static final long LOOK_MILLIS = 100;

    /** What a user can ask of a session. */
    enum Command {
        PAUSE,
        RESUME,
        STEP_ONCE,
        SAVE_NOW,
        STOP
    }

    private final RunInTraining run;
    private final CheckpointStore checkpoints;
    private final BlockingQueue<Command> commands;
    private final BooleanSupplier stopAsked;
    private final StatusBoard board;
    private final LiveWeights live;
    private final SpeedMeter meter = new SpeedMeter();
    private final Deque<DiskJob> unwritten = new ArrayDeque<>();
    private boolean paused;
    private boolean diverged;
    private boolean ended;

    /**
     * @param stopAsked whether a stop waits among the commands: it overtakes the others
     */
    TrainingLoop(
            RunInTraining run,
            CheckpointStore checkpoints,
            BlockingQueue<Command> commands,
            BooleanSupplier stopAsked,
            StatusBoard board,
            LiveWeights live) {
        this.run = run;
        this.checkpoints = checkpoints;
        this.commands = commands;
        this.stopAsked = stopAsked;
        this.board = board;
        this.live = live;
    }

    /**
     * Trains until the last step or a stop.
     *
     * @return how the run ended, all of it on the disk
     */
    RunState run() throws InterruptedException {
        RunState end = RunState.STOPPED;
        layLive();
        board.running();
        meter.begin(System.nanoTime());
        while (!ended) {
            Command command = next();
            if (command != null) {
                obey(command);
            } else if (!paused) {
                advance();
            }
            takeMeasured();
            if (!ended && !paused && run.isFinished() && unwritten.isEmpty() && !measuresYet()) {
                end = RunState.FINISHED;
                ended = true;
            }
        }
        return end;
    }

    /** All steps are done; what is still measured is waited for, without holding back any more. */
    private boolean measuresYet() {
        boolean yet = run.measureToTheEnd();
        if (yet) {
            board.activity(run.measuring());
        }
        return yet;
    }

    /** Logs what came of a measurement, between two steps or in a pause. */
    private void takeMeasured() {
        if (ended || diverged || !unwritten.isEmpty()) {
            return;
        }
        run.takeMeasured().ifPresent(outcome -> {
            outcome.evaluation().ifPresent(values -> unwritten.addAll(run.measured(outcome.step(), values)));
            outcome.problem().ifPresent(board::problem);
            settle();
            noticed();
        });
        board.measuring(run.measuring());
    }

    /** Logs and tells what the watches noticed, and pauses where the user wants that. */
    private void noticed() {
        List<DiskJob> jobs = run.noticed();
        if (!jobs.isEmpty()) {
            unwritten.addAll(jobs);
            settle();
        }
        board.watches(run.watches());
        run.takePausing().ifPresent(mark -> {
            if (!paused) {
                pause();
                board.paused(new Problem(mark.sentence() + " Training waits; resume to go on all the same.", "", true));
            }
        });
    }

    private @Nullable Command next() throws InterruptedException {
        if (stopAsked.getAsBoolean()) {
            return Command.STOP;
        }
        boolean idle = paused || run.isFinished();
        if (idle && run.isMeasuring()) {
            return commands.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        return paused ? commands.take() : commands.poll();
    }

    private void obey(Command command) {
        switch (command) {
            case PAUSE -> pause();
            case RESUME -> goOn();
            case STEP_ONCE -> {
                goOn();
                if (!paused) {
                    advance();
                    pause();
                }
            }
            case SAVE_NOW -> save();
            case STOP -> stop();
        }
    }

    private void advance() {
        if (!settle() || run.isFinished()) {
            return;
        }
        try {
            run.advance();
        } catch (DivergedException e) {
            stepBackLater(e);
            return;
        }
        long now = System.nanoTime();
        meter.stepEnded(now);
        board.at(run.step(), meter);
        if (live.isDue(run.step(), now)) {
            layLive();
        }
        unwritten.addAll(run.due(now));
        if (!settle()) {
            layLive();
        }
        noticed();
    }

    private void pause() {
        if (!paused) {
            paused = true;
            layLive();
            board.paused();
        }
    }

    private void goOn() {
        if (!paused) {
            return;
        }
        if (diverged) {
            restore();
        }
        paused = false;
        board.running();
        meter.begin(System.nanoTime());
        settle();
    }

    private void save() {
        if (diverged) {
            return; // The board says why: there is nothing worth saving.
        }
        if (run.step() != run.savedStep()) {
            unwritten.add(run.checkpoint());
        }
        if (settle() && paused) {
            board.paused();
        }
    }

    private void stop() {
        takeMeasured();
        ended = true;
        run.stopMeasuring();
        if (diverged) {
            return;
        }
        board.activity("Saving");
        if (run.step() != run.savedStep()) {
            unwritten.add(run.checkpoint());
        }
        while (!unwritten.isEmpty()) {
            unwritten.getFirst().write().run();
            unwritten.removeFirst();
        }
        board.checkpoint(run.savedStep());
    }

    /** Writes what waits; on failure pauses and says why. */
    private boolean settle() {
        while (!unwritten.isEmpty()) {
            DiskJob job = unwritten.getFirst();
            try {
                job.write().run();
            } catch (RuntimeException e) {
                LOG.warn("{} failed at step {}; training pauses.", job.doing(), run.step(), e);
                paused = true;
                board.paused(Problem.of(job.doing(), e));
                return false;
            }
            unwritten.removeFirst();
            board.checkpoint(run.savedStep());
        }
        return true;
    }

    private void stepBackLater(DivergedException e) {
        LOG.warn("Diverged.", e);
        diverged = true;
        paused = true;
        run.diverged(e.step());
        String sentence = e.sentence() + " Resume goes back to the checkpoint of step " + run.savedStep()
                + "; to change a setting, stop first.";
        board.paused(new Problem(sentence, Problem.of("Training", e).details()));
    }

    private void restore() {
        Checkpoint good = checkpoints
                .newest()
                .orElseThrow(() -> new IllegalStateException("The run has no complete checkpoint to go back to."));
        run.goBackTo(good, System.nanoTime());
        diverged = false;
        board.at(run.step());
        board.checkpoint(run.savedStep());
        board.watches(run.watches());
        layLive();
    }

    private void layLive() {
        if (!diverged && live.step() != run.step()) {
            live.lay(new LiveWeights.Snapshot(run.step(), run.generatorWeights()), System.nanoTime());
        }
    }
}
