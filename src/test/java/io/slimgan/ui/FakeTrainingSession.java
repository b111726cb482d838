package io.slimgan.ui;

import io.slimgan.base.RunState;
import io.slimgan.config.RunSettings;
import io.slimgan.session.Problem;
import io.slimgan.session.SessionStatus;
import io.slimgan.session.TrainingSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session that trains nothing: it obeys commands at once, remembers them, and steps when a test says so. */
public final class FakeTrainingSession implements TrainingSession {

    private final Path folder;
    private final RunSettings settings;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private volatile RunState state = RunState.RUNNING;
    private volatile long step;
    private volatile long saved = -1;
    private volatile Optional<Problem> problem = Optional.empty();
    private volatile String activity = "";
    private volatile Runnable onSave = () -> {};

    FakeTrainingSession(Path folder, RunSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** The names of the commands received, in order. */
    public List<String> commands() {
        return List.copyOf(commands);
    }

    /** Finishes {@code steps} more steps, as the device thread would. */
    public synchronized void advance(long steps) {
        step = Math.min(settings.training().steps(), step + steps);
        if (step == settings.training().steps()) {
            state = RunState.FINISHED;
        }
    }

    /** Writes what a checkpoint is in this test. */
    public void onSave(Runnable writing) {
        onSave = writing;
    }

    /** Says what goes on, such as "Reading images". */
    public void doing(RunState newState, String what) {
        state = newState;
        activity = what;
    }

    /** Pauses or ends with a problem. */
    public void fail(RunState newState, Problem why) {
        problem = Optional.of(why);
        state = newState;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public SessionStatus status() {
        double speed = state == RunState.RUNNING ? 4.0 : 0;
        long total = settings.training().steps();
        Optional<Double> left = speed > 0 ? Optional.of((total - step) / speed) : Optional.empty();
        return new SessionStatus(
                state, activity, step, total, speed, left, "CPU, 2 threads", 1_288_490_188L, saved, problem);
    }

    @Override
    public void pause() {
        commands.add("pause");
        if (state.isLive()) {
            state = RunState.PAUSED;
        }
    }

    @Override
    public void resume() {
        commands.add("resume");
        if (state.isLive()) {
            problem = Optional.empty();
            state = RunState.RUNNING;
        }
    }

    @Override
    public void stepOnce() {
        commands.add("stepOnce");
        advance(1);
        if (state.isLive()) {
            state = RunState.PAUSED;
        }
    }

    @Override
    public void saveNow() {
        commands.add("saveNow");
        onSave.run();
        saved = step;
    }

    @Override
    public void stop() {
        commands.add("stop");
        if (state.isLive()) {
            saved = step;
            state = RunState.STOPPED;
        }
    }

    @Override
    public void close() {
        commands.add("close");
        stop();
    }
}
