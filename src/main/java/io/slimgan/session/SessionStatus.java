package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.runs.watches.WatchMark;
import java.util.List;
import java.util.Optional;

/**
 * Where a training session stands.
 *
 * @param state the run's state
 * @param activity what happens right now in a few words, such as "Reading images"; empty while steps run
 * @param step finished generator updates
 * @param totalSteps generator updates of the whole run
 * @param stepsPerSecond over the last seconds; 0 while unknown
 * @param secondsLeft until the last step at this speed; empty while unknown
 * @param device such as "CPU, 2 threads"
 * @param residentBytes memory of this process
 * @param lastCheckpointStep step of the newest checkpoint; -1 before the first
 * @param problem why the run paused or failed, if it did
 * @param watches what the run noticed about its training and still is so, the newest first
 * @param measuring what is measured beside training, such as "Measuring step 1,000, 40 %"; empty while nothing is
 * @param notes what a person should know of the opened images, such as how many of the official ones were found
 */
public record SessionStatus(
        RunState state,
        String activity,
        long step,
        long totalSteps,
        double stepsPerSecond,
        Optional<Double> secondsLeft,
        String device,
        long residentBytes,
        long lastCheckpointStep,
        Optional<Problem> problem,
        List<WatchMark> watches,
        String measuring,
        List<String> notes) {

    public SessionStatus {
        watches = List.copyOf(watches);
        notes = List.copyOf(notes);
    }

    /** Where a session stands that has noticed nothing and measures nothing. */
    public SessionStatus(
            RunState state,
            String activity,
            long step,
            long totalSteps,
            double stepsPerSecond,
            Optional<Double> secondsLeft,
            String device,
            long residentBytes,
            long lastCheckpointStep,
            Optional<Problem> problem) {
        this(
                state,
                activity,
                step,
                totalSteps,
                stepsPerSecond,
                secondsLeft,
                device,
                residentBytes,
                lastCheckpointStep,
                problem,
                List.of(),
                "",
                List.of());
    }
}
