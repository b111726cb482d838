package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.runs.watches.WatchMark;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a session says how it stands. The device thread writes, anyone reads an immutable snapshot; nobody waits for
 * the other longer than a few assignments take.
 */
final class StatusBoard {

    private final ProcessMemory memory;
    private final long totalSteps;
    private RunState state = RunState.PREPARING;
    private String activity = "Preparing";
    private String device = "";
    private long step;
    private long lastCheckpoint = -1;
    private double stepsPerSecond;
    private Optional<Double> secondsLeft = Optional.empty();
    private @Nullable Problem problem;
    private List<WatchMark> watches = List.of();
    private String measuring = "";
    private List<String> notes = List.of();

    StatusBoard(ProcessMemory memory, long totalSteps) {
        this.memory = memory;
        this.totalSteps = totalSteps;
    }

    SessionStatus status() {
        long resident = memory.residentBytes();
        synchronized (this) {
            return new SessionStatus(
                    state,
                    activity,
                    step,
                    totalSteps,
                    stepsPerSecond,
                    secondsLeft,
                    device,
                    resident,
                    lastCheckpoint,
                    Optional.ofNullable(problem),
                    watches,
                    measuring,
                    notes);
        }
    }

    long residentBytes() {
        return memory.residentBytes();
    }

    synchronized RunState state() {
        return state;
    }

    /** Whether steps run right now. */
    synchronized boolean isRunning() {
        return state == RunState.RUNNING;
    }

    /** What the run noticed about itself and still is so. */
    synchronized void watches(List<WatchMark> current) {
        watches = current;
    }

    /** What is measured beside training, in words; empty while nothing is. */
    synchronized void measuring(String words) {
        measuring = words;
    }

    /** What a person should know of the images. */
    synchronized void notes(List<String> ofImages) {
        notes = ofImages;
    }

    /** What happens right now; empty while steps run. */
    synchronized void activity(String words) {
        activity = words;
    }

    synchronized void device(String words) {
        device = words;
    }

    /** Steps run; what was wrong is over. */
    synchronized void running() {
        state = RunState.RUNNING;
        activity = "";
        problem = null;
    }

    /** Between two steps, because the user said so. */
    synchronized void paused() {
        state = RunState.PAUSED;
        activity = "";
        secondsLeft = Optional.empty();
        stepsPerSecond = 0;
    }

    /** Between two steps, because something is wrong. */
    synchronized void paused(Problem why) {
        paused();
        problem = why;
    }

    /** Something is wrong, but the state does not change by it. */
    synchronized void problem(Problem what) {
        problem = what;
    }

    synchronized void at(long finishedSteps, SpeedMeter meter) {
        step = finishedSteps;
        stepsPerSecond = meter.stepsPerSecond();
        secondsLeft = meter.secondsFor(Math.max(0, totalSteps - finishedSteps));
    }

    synchronized void at(long finishedSteps) {
        step = finishedSteps;
    }

    synchronized void checkpoint(long atStep) {
        lastCheckpoint = atStep;
    }

    /** The device thread lets go of the run; its problem, if any, stays to be read. */
    synchronized void ended(RunState how) {
        paused();
        measuring = "";
        state = how;
    }

    /** The device thread lets go of the run because of this. */
    synchronized void failed(Problem why) {
        ended(RunState.FAILED);
        problem = why;
    }
}
