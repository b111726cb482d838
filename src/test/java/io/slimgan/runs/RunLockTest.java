package io.slimgan.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.config.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
@SuppressWarnings("try") // a lock is held, not used
class RunLockTest {

    @TempDir
    Path workspace;

    private RunFolder run;

    @BeforeEach
    void create() {
        run = RunFolder.create(workspace, "run", Defaults.settings());
    }

    @Test
    void anotherProcessIsNamedAndKillingItFreesTheRun() {
        try (OtherProcess other = OtherProcess.start("hold", run.path())) {
            assertThat(other.says()).isEqualTo("locked");
            assertThat(run.owner()).hasValueSatisfying(owner -> {
                assertThat(owner.pid()).isEqualTo(other.pid());
                assertThat(owner.thisProcess()).isFalse();
                assertThat(owner.host()).isNotBlank();
            });
            assertThatThrownBy(run::lock)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("run is being trained by process " + other.pid() + " on ");
            other.kill();
            assertThat(run.owner()).isEmpty();
            try (RunLock lock = run.lock()) {
                assertThat(run.owner())
                        .hasValueSatisfying(
                                owner -> assertThat(owner.thisProcess()).isTrue());
            }
        }
    }

    /** Closing any channel of a locked file gives a process's POSIX locks up: looking must not do that. */
    @Test
    void lookingAndAskingTwiceDoNotGiveTheLockAway() {
        try (RunLock lock = run.lock()) {
            assertThat(RunFolder.open(run.path()).owner()).isPresent();
            assertThatThrownBy(RunFolder.open(run.path())::lock)
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("this program");
            assertThat(RunIndex.list(workspace)).hasSize(1);
            try (OtherProcess other = OtherProcess.start("hold", run.path())) {
                assertThat(other.says())
                        .startsWith("refused: The run run is being trained by process "
                                + ProcessHandle.current().pid());
            }
        }
        assertThat(run.owner()).isEmpty();
        try (OtherProcess other = OtherProcess.start("hold", run.path())) {
            assertThat(other.says()).isEqualTo("locked");
        }
    }

    @Test
    void closingTwiceDoesNotFreeTheNextOwner() {
        RunLock first = run.lock();
        first.close();
        try (RunLock second = run.lock()) {
            first.close();
            assertThat(run.owner()).isPresent();
        }
        assertThat(run.owner()).isEmpty();
    }

    @Test
    void aCopyOfALockedRunIsFree() throws IOException {
        try (RunLock lock = run.lock()) {
            Path copy = Files.createDirectory(workspace.resolve("copy"));
            for (String name : new String[] {"run.yaml", "owner.json", "run.lock"}) {
                // Not run.lock of the original: reading it here would give the lock up.
                byte[] content = name.equals("run.lock")
                        ? new byte[0]
                        : Files.readAllBytes(run.path().resolve(name));
                Files.write(copy.resolve(name), content);
            }
            assertThat(RunFolder.open(copy).owner()).isEmpty();
            RunFolder.open(copy).lock().close();
            assertThat(run.owner()).isPresent();
        }
    }

    @Test
    void aNoteThatIsNotUnderstoodLocksNobodyOut() throws IOException {
        Files.writeString(run.path().resolve("owner.json"), "{\"pid\":");
        assertThat(run.owner()).isEmpty();
        run.lock().close();
    }
}
