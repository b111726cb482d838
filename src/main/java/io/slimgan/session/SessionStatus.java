package io.slimgan.session;

import io.slimgan.base.RunState;
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
        Optional<Problem> problem) {}
