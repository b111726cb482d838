package io.slimgan.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunIndex;
import io.slimgan.runs.RunLock;
import io.slimgan.runs.RunSummary;
import io.slimgan.ui.FakeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMovesTest {

    @TempDir
    Path workspace;

    @SuppressWarnings("NullAway.Init")
    private RunFolder run;

    @BeforeEach
    void make() {
        run = RunFolder.create(workspace, "first", FakeSettings.small());
    }

    @Test
    void aDeletedRunIsNoLongerListedAndComesBackWhole() throws IOException {
        Files.writeString(run.path().resolve("note.txt"), "kept");

        RunMoves.PutAway away = RunMoves.delete(run.path());

        assertThat(RunIndex.list(workspace)).isEmpty();
        assertThat(away.now()).exists().hasParentRaw(workspace.resolve(".trash"));
        RunMoves.restore(away);
        assertThat(RunIndex.list(workspace)).extracting(RunSummary::name).containsExactly("first");
        assertThat(run.path().resolve("note.txt")).hasContent("kept");
    }

    @Test
    void runsOfOneNameCanBeDeletedOneAfterTheOther() {
        Path once = RunMoves.delete(run.path()).now();
        RunFolder.create(workspace, "first", FakeSettings.small());

        assertThat(RunMoves.delete(run.path()).now()).exists().isNotEqualTo(once);
    }

    @Test
    void aRenamedRunIsTheSameRun() {
        Path renamed = RunMoves.rename(run.path(), "second");

        assertThat(RunFolder.open(renamed).settings()).isEqualTo(FakeSettings.small());
        assertThat(run.path()).doesNotExist();
    }

    @Test
    void aNameThatIsTakenOrNotAllowedIsRefused() {
        RunFolder.create(workspace, "second", FakeSettings.small());

        assertThatThrownBy(() -> RunMoves.rename(run.path(), "second"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("second");
        assertThatThrownBy(() -> RunMoves.rename(run.path(), "../escape")).isInstanceOf(UserError.class);
        assertThat(run.path()).exists();
    }

    @Test
    void aRunInTrainingStays() {
        try (RunLock lock = run.lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> RunMoves.delete(run.path()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("first")
                    .hasMessageContaining("stop it first");
        }
        assertThat(run.path()).exists();
    }

    @Test
    void aBrokenRunCanBeDeleted() throws IOException {
        Files.writeString(run.path().resolve("run.yaml"), "schema: 99");

        assertThat(RunMoves.delete(run.path()).now()).exists();
    }
}
