package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.LoggingSettings;
import io.slimgan.config.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that trains a tiny run: {@code RunChild <workspace> <name> <steps of the run> <steps to take now>}. Goes on
 * where the run exists. With -1 steps to take it trains to the end, or until it is killed.
 */
public final class RunChild {

    private RunChild() {}

    public static void main(String[] arguments) {
        Path workspace = Path.of(arguments[0]);
        Path folder = workspace.resolve(arguments[1]);
        long steps = Long.parseLong(arguments[2]);
        long now = Long.parseLong(arguments[3]);
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = Files.exists(folder.resolve("run.yaml"))
                    ? room.resume(folder, Optional.empty())
                    : room.start(workspace, arguments[1], settings(steps));
            for (long step = 0; step < now; step++) {
                session.stepOnce();
            }
            Waiting.until("the steps", () -> hasDone(session.status(), now));
            session.close();
            SessionStatus status = session.status();
            status.problem().ifPresent(problem -> {
                throw new AssertionError(problem.details());
            });
        }
    }

    private static boolean hasDone(SessionStatus status, long steps) {
        return !status.state().isLive()
                || steps >= 0 && status.state() == RunState.PAUSED && status.step() % steps == 0 && status.step() > 0;
    }

    /** A checkpoint every third step, so that a kill often hits one being written. */
    static RunSettings settings(long steps) {
        return TinyRuns.with(
                TinyRuns.settings(steps), new LoggingSettings(1, 7, 3), new CheckpointSettings(3, 1000, 2));
    }
}
