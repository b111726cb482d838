package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.config.CheckpointSettings;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.BestCheckpoints.Best;
import io.slimgan.runs.RunFolder;
import io.slimgan.training.TrainerState;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointKeeperTest {

    private static final long MINUTE = 60_000_000_000L;

    private RunFolder folder;
    private CheckpointKeeper keeper;

    @BeforeEach
    void openRun(@TempDir Path workspace) {
        folder = RunFolder.create(workspace, "run", TinyRuns.settings(1000));
        keeper = new CheckpointKeeper(folder, new CheckpointSettings(10, 2, 2), 0);
    }

    private void save(long step, Optional<Double> gap) {
        save(step, gap, OptionalLong.empty());
    }

    private void save(long step, Optional<Double> gap, OptionalLong held) {
        Map<String, HostTensor> some = Map.of("w", new HostTensor(new float[] {step}, new long[] {1}));
        keeper.save(new TrainerState(step, some, some, some), Map.of(), gap, held, 0);
    }

    @Test
    void savesByStepsAndByMinutesWhicheverComesFirst() {
        keeper.standsAt(3, 0);
        assertThat(keeper.isDue(9, MINUTE)).isFalse();
        assertThat(keeper.isDue(10, MINUTE)).isTrue();
        assertThat(keeper.isDue(9, 2 * MINUTE)).isTrue();
        keeper.standsAt(10, 2 * MINUTE);
        assertThat(keeper.isDue(10, 9 * MINUTE)).as("it is on the disk already").isFalse();
        assertThat(keeper.isDue(11, 3 * MINUTE)).isFalse();
    }

    @Test
    void theNewestAndTheBestStay() {
        save(0, Optional.empty());
        save(10, Optional.of(3.0));
        save(20, Optional.of(1.0));
        save(30, Optional.of(2.0));
        save(40, Optional.of(1.5));
        save(50, Optional.of(1.1));
        assertThat(folder.checkpoints().steps()).containsExactly(20L, 40L, 50L);
        assertThat(BestCheckpoints.read(folder.path()).overall().orElseThrow().step())
                .isEqualTo(20);
        save(60, Optional.of(0.5));
        assertThat(folder.checkpoints().steps()).containsExactly(50L, 60L);
        assertThat(BestCheckpoints.read(folder.path()).overall().orElseThrow().value())
                .isEqualTo(0.5);
        assertThat(keeper.savedStep()).isEqualTo(60);
    }

    @Test
    void duringTheWarmUpNothingIsBest() {
        save(0, Optional.empty());
        save(10, Optional.empty());
        save(20, Optional.empty());
        assertThat(folder.checkpoints().steps()).containsExactly(10L, 20L);
        assertThat(BestCheckpoints.read(folder.path())).isEqualTo(BestCheckpoints.none());
    }

    @Test
    void aBestOneThatIsGoneOrStillToComeDoesNotCount() {
        BestCheckpoints.none().with(new Best(500, CriticGap.NAME, "", -9)).write(folder.path());
        save(10, Optional.of(3.0));
        assertThat(BestCheckpoints.read(folder.path()).overall().orElseThrow().step())
                .isEqualTo(10);
    }

    private static Map<String, Best> measured(long step, double narrow, double wide) {
        return Map.of(
                "0.5", new Best(step, "FID*-1k", "p", narrow),
                "1", new Best(step, "FID*-1k", "p", wide));
    }

    @Test
    void theBestOfEachWidthAndTheMeasuredOneStay() {
        save(0, Optional.empty());
        save(10, Optional.empty());
        keeper.measured(measured(10, 50, 40));
        save(20, Optional.empty());
        keeper.measured(measured(20, 60, 30));
        save(30, Optional.empty());
        save(40, Optional.empty());
        assertThat(folder.checkpoints().steps()).containsExactly(10L, 20L, 30L, 40L);
        assertThat(BestCheckpoints.read(folder.path()).mark(10)).isEqualTo("best 0.5×");
        assertThat(BestCheckpoints.read(folder.path()).mark(20)).isEqualTo("best 1×");
        save(50, Optional.empty(), OptionalLong.of(30));
        save(60, Optional.empty(), OptionalLong.of(30));
        assertThat(folder.checkpoints().steps()).containsExactly(10L, 20L, 30L, 50L, 60L);
        keeper.measured(measured(30, 20, 10));
        assertThat(folder.checkpoints().steps()).containsExactly(30L, 50L, 60L);
    }

    @Test
    void aMeasuredStepWithoutACheckpointIsTheBestOfNothing() {
        save(10, Optional.empty());
        keeper.measured(measured(7, 1, 1));
        assertThat(BestCheckpoints.read(folder.path())).isEqualTo(BestCheckpoints.none());
    }
}
