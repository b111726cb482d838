package io.slimgan.runs;

import io.slimgan.base.RunState;
import io.slimgan.config.RunSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A run at a glance, as its folder shows it.
 *
 * @param state {@code RUNNING} while a live process writes it, {@code FINISHED} when its newest checkpoint has all
 *     steps, {@code FAILED} when the folder cannot be understood, else {@code STOPPED}
 * @param step of the newest checkpoint, 0 without one; while a live process writes the run, how far its log has come
 *     where that is further
 * @param totalSteps of the settings; 0 if they cannot be read
 * @param lastChange when something was last written
 * @param problem what is wrong with a broken run, one sentence
 */
public record RunSummary(
        Path folder,
        String name,
        RunState state,
        long step,
        long totalSteps,
        Instant lastChange,
        Optional<RunSettings> settings,
        Optional<String> problem) {}
