package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.session.Problem;
import io.slimgan.session.SessionStatus;
import java.util.Optional;

/**
 * Where the shown run stands, whoever trains it; the tool bar, the status bar and the problem line are drawn from it.
 *
 * @param trainer who trains it
 * @param state the run's state
 * @param doing what happens right now in a few words; may be empty
 * @param step finished generator updates
 * @param total generator updates of the whole run
 * @param stepsPerSecond 0 while unknown
 * @param secondsLeft empty while unknown
 * @param device what trains it; may be empty
 * @param residentBytes memory of this process; 0 where another one trains
 * @param problem why it paused or failed
 * @param warning what the run noticed about its training and, where this process trains it, still is so;
 *     empty where nothing
 * @param measuring what is measured beside training; empty where nothing
 */
record Standing(
        Trainer trainer,
        RunState state,
        String doing,
        long step,
        long total,
        double stepsPerSecond,
        Optional<Double> secondsLeft,
        String device,
        long residentBytes,
        Optional<Problem> problem,
        String warning,
        String measuring) {

    /** Where a run stands of which nothing is noticed or measured here. */
    Standing(
            Trainer trainer,
            RunState state,
            String doing,
            long step,
            long total,
            double stepsPerSecond,
            Optional<Double> secondsLeft,
            String device,
            long residentBytes,
            Optional<Problem> problem) {
        this(trainer, state, doing, step, total, stepsPerSecond, secondsLeft, device, residentBytes, problem, "", "");
    }

    /** Who trains a run. */
    enum Trainer {
        /** There is no run. */
        NO_RUN,
        /** This process. */
        HERE,
        /** Another process, which {@link Standing#doing} names. */
        ELSEWHERE,
        /** Nobody: it can be resumed. */
        NOBODY
    }

    static Standing none() {
        return new Standing(Trainer.NO_RUN, RunState.STOPPED, "", 0, 0, 0, Optional.empty(), "", 0, Optional.empty());
    }

    static Standing of(SessionStatus status) {
        return new Standing(
                status.state().isLive() ? Trainer.HERE : Trainer.NOBODY,
                status.state(),
                status.activity(),
                status.step(),
                status.totalSteps(),
                status.stepsPerSecond(),
                status.secondsLeft(),
                status.device(),
                status.residentBytes(),
                status.problem(),
                status.watches().stream().map(WatchMark::sentence).findFirst().orElse(""),
                status.measuring());
    }

    Standing withDoing(String what) {
        return new Standing(
                trainer,
                state,
                what,
                step,
                total,
                stepsPerSecond,
                secondsLeft,
                device,
                residentBytes,
                problem,
                warning,
                measuring);
    }

    Standing withWarning(String noticed) {
        return new Standing(
                trainer,
                state,
                doing,
                step,
                total,
                stepsPerSecond,
                secondsLeft,
                device,
                residentBytes,
                problem,
                noticed,
                measuring);
    }

    boolean hasRun() {
        return trainer != Trainer.NO_RUN;
    }

    /** Whether this process trains it, and could pause. */
    boolean canPause() {
        return trainer == Trainer.HERE && (state == RunState.RUNNING || state == RunState.PREPARING);
    }

    boolean canStep() {
        return trainer == Trainer.HERE && state == RunState.PAUSED;
    }

    boolean canSave() {
        return trainer == Trainer.HERE && (state == RunState.RUNNING || state == RunState.PAUSED);
    }

    boolean canStop() {
        return trainer == Trainer.HERE;
    }

    /** Whether "start" has something to do: go on after a pause, resume what stopped, or train a finished run longer. */
    boolean canGoOn() {
        return trainer == Trainer.NOBODY || canStep();
    }

    /** Whether all steps are done, so that going on needs more of them. */
    boolean isFinished() {
        return trainer == Trainer.NOBODY && step >= total;
    }
}
