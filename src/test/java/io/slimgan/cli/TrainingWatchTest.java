package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.session.SessionStatus;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingWatchTest {

    @TempDir
    Path folder;

    private static SessionStatus stopped(long step, long saved) {
        return new SessionStatus(
                RunState.STOPPED, "", step, 50, 0, Optional.empty(), "CPU", 1, saved, Optional.empty());
    }

    @Test
    void anInterruptedSessionSaysWhatItLeaves() {
        assertThat(TrainingWatch.howItWasLeft(folder.resolve("gone"), stopped(0, -1), "--resume goes on there"))
                .isEqualTo("Stopped before its first checkpoint; nothing was kept.");
        assertThat(TrainingWatch.howItWasLeft(folder, stopped(0, -1), "--resume goes on there"))
                .isEqualTo("Stopped before it went on; the run is as it was.");
        assertThat(TrainingWatch.howItWasLeft(folder, stopped(7, 7), "--resume goes on there"))
                .isEqualTo("Saved at step 7; --resume goes on there.");
        assertThat(TrainingWatch.howItWasLeft(folder, stopped(7, 5), "--resume goes on there"))
                .isEqualTo("Stopped at step 7.");
    }
}
