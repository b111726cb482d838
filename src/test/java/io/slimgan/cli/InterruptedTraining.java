package io.slimgan.cli;

import io.slimgan.config.RunSettings;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeTrainingSession;
import java.nio.file.Path;

/** The command line over a room whose sessions step for ever, as a program of its own that can be interrupted. */
final class InterruptedTraining {

    private InterruptedTraining() {}

    private static final class EndlessRoom extends FakeEngineRoom {
        @Override
        public TrainingSession start(Path workspace, String runName, RunSettings settings) {
            FakeTrainingSession session =
                    session(super.start(workspace, runName, settings).folder());
            session.advance(7);
            return session;
        }
    }

    public static void main(String[] args) {
        System.exit(SlimGanCommand.create(EndlessRoom::new, workspace -> {}).execute(args));
    }
}
