package io.slimgan.session;

import static io.slimgan.session.Waiting.untilState;
import static io.slimgan.session.Waiting.untilStep;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.config.EvaluationSettings;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.EvaluationStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine trains and the real evaluation measures beside it, with the built-in feature network. */
class RealMeasuringTest {

    @TempDir
    Path workspace;

    private final EngineRoom room = EngineRooms.create();

    @AfterEach
    void closeRoom() {
        room.close();
    }

    private static RunSettings measured(long steps, int every) {
        return TinyRuns.settings(steps)
                .with(new EvaluationSettings(
                        every,
                        32,
                        List.of(Metric.FID, Metric.RECALL, Metric.MIC),
                        "",
                        0,
                        Preprocessing.TENSORFLOW,
                        Quantisation.PLAIN,
                        0.5));
    }

    @Test
    void aRunMeasuresItselfAndStaysTheSameRun() {
        TrainingSession session = room.start(workspace, "measured", measured(60, 20));
        untilState(session, RunState.FINISHED);
        assertThat(session.status().problem()).isEmpty();
        var curves = Curves.read(session.folder());
        assertThat(curves.keySet())
                .contains("quality/FID*-32/0.5", "quality/FID*-32/1", "quality/Recall*-32/1", "quality/mIC*-32");
        assertThat(curves.get("quality/FID*-32/1")).containsKey(60L);
        assertThat(Curves.of(session.folder(), "quality/FID*-32/1").values()).allMatch(value -> value > 0);
        assertThat(EvaluationStore.of(session.folder()).all())
                .hasSameSizeAs(Curves.of(session.folder(), "quality/FID*-32/1").keySet());
        BestCheckpoints best = BestCheckpoints.read(session.folder());
        assertThat(best.byWidth().keySet()).containsExactly("0.5", "1");
        RunFolder folder = RunFolder.open(session.folder());
        assertThat(folder.checkpoints().steps()).containsAll(best.steps());

        TrainingSession plain = room.start(workspace, "plain", TinyRuns.settings(60));
        untilState(plain, RunState.FINISHED);
        Checkpoint a = folder.checkpoints().read(60);
        Checkpoint b = RunFolder.open(plain.folder()).checkpoints().read(60);
        assertThat(a.generator()).isEqualTo(b.generator());
        assertThat(a.discriminator()).isEqualTo(b.discriminator());
        assertThat(a.optimizer()).isEqualTo(b.optimizer());
    }

    @Test
    void aRunThatIsStoppedWhileItMeasuresEndsAtOnceAndGoesOn() {
        TrainingSession session = room.start(workspace, "run", measured(1_000_000, 10));
        untilStep(session, 11);
        long began = System.nanoTime();
        session.close();
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(20);
        long step = RunFolder.open(session.folder())
                .checkpoints()
                .newest()
                .orElseThrow()
                .step();
        TrainingSession again = room.resume(session.folder(), java.util.Optional.empty());
        untilStep(again, step + 5);
        again.close();
        Curves.read(session.folder()); // fails where a curve goes back
    }
}
