package io.slimgan.ui.common;

import io.slimgan.config.RunSettings;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.TrainingSession;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The run that the window shows.
 *
 * @param folder the run's folder
 * @param settings as in its run.yaml
 * @param session the session that trains it in this process; empty where it is only watched
 * @param room what draws its images
 */
public record OpenRun(Path folder, RunSettings settings, Optional<TrainingSession> session, EngineRoom room) {

    /** The run's name, which is its folder's. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Whether this process trains it right now. */
    public boolean isTraining() {
        return session.filter(training -> training.status().state().isLive()).isPresent();
    }

    /** Threads for measuring beside what is shown: 0, which is all cores, but half of them while this run trains. */
    public int spareThreads() {
        return isTraining() ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : 0;
    }
}
