package io.slimgan.session;

import static io.slimgan.session.Waiting.untilState;
import static io.slimgan.session.Waiting.untilStep;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.Defaults;
import io.slimgan.config.Metric;
import io.slimgan.config.RunSettings;
import io.slimgan.config.WatchSettings;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.training.Divergence;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured beside training: the real engine on tiny networks, with measuring in the test's hand. */
class LiveEvaluationTest {

    private static final long ENDLESS = 1_000_000;

    @TempDir
    Path workspace;

    private Optional<LocalEngineRoom> room = Optional.empty();

    @AfterEach
    void closeRoom() {
        room.ifPresent(LocalEngineRoom::close);
    }

    private static RunSettings measured(long steps, int every) {
        return TinyRuns.settings(steps).with(Defaults.settings().evaluation().every(every));
    }

    private TrainingSession start(FakeMeasuring measuring, RunSettings settings) {
        room = Optional.of(new LocalEngineRoom(StepEngine::of, measuring));
        return room.get().start(workspace, "run", settings);
    }

    /** The narrow width is best at step 10, the wide one at 15. */
    private static FakeMeasuring falling() {
        return new FakeMeasuring(true, (metric, width, step) -> {
            double distance = Math.abs(step - (width.index() == 0 ? 10 : 15)) + 40;
            return metric == Metric.FID ? distance : 0.5;
        });
    }

    @Test
    void valuesBecomeCurvesAndTheBestOfEachWidthStays() {
        FakeMeasuring measuring = falling();
        TrainingSession session = start(measuring, measured(92, 5));
        untilState(session, RunState.FINISHED);
        assertThat(measuring.jobs)
                .extracting(FakeMeasuring.Job::step)
                .as("the last step is measured too")
                .containsExactly(
                        5L, 10L, 15L, 20L, 25L, 30L, 35L, 40L, 45L, 50L, 55L, 60L, 65L, 70L, 75L, 80L, 85L, 90L, 92L);
        assertThat(measuring.jobs.get(0).request.threads()).isEqualTo(1);
        var curves = Curves.read(session.folder());
        assertThat(curves.get("quality/FID*-100/0.5")).hasSize(19).containsEntry(10L, 40.0);
        assertThat(curves.get("quality/FID*-100/1")).containsEntry(92L, 117.0);
        assertThat(curves.get("quality/mIC*-100")).hasSize(19);
        assertThat(curves.get("quality/Recall*-100/1")).hasSize(19);
        RunFolder folder = RunFolder.open(session.folder());
        BestCheckpoints best = BestCheckpoints.read(session.folder());
        assertThat(best.mark(10)).isEqualTo("best 0.5×");
        assertThat(best.mark(15)).isEqualTo("best 1×");
        assertThat(best.overall().orElseThrow().measure()).isEqualTo("mean FID*-100");
        assertThat(folder.checkpoints().steps()).contains(10L, 15L, 92L).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void oneThatIsDueWhileAnotherIsUnderWayIsLeftOutAndNotQueued() {
        FakeMeasuring measuring = new FakeMeasuring(false, (metric, width, step) -> 50);
        TrainingSession session = start(measuring, measured(ENDLESS, 5));
        untilStep(session, 40);
        assertThat(measuring.jobs).extracting(FakeMeasuring.Job::step).containsExactly(5L);
        assertThat(session.status().measuring()).isEqualTo("Measuring step 5, 25 %");
        assertThat(RunFolder.open(session.folder()).checkpoints().steps())
                .as("what is being measured stays until it is known how good it is")
                .contains(5L);
        measuring.jobs.get(0).finish();
        long at = session.status().step();
        untilStep(session, at + 12);
        assertThat(measuring.jobs).hasSize(2);
        assertThat(measuring.jobs.get(1).step()).isGreaterThanOrEqualTo(at);
        assertThat(Curves.of(session.folder(), "quality/FID*-100/1"))
                .containsKey(5L)
                .hasSize(1);
        session.close();
        assertThat(measuring.jobs.get(1).result).isCompletedExceptionally();
    }

    @Test
    void aPausedRunStillTakesWhatWasMeasured() {
        FakeMeasuring measuring = new FakeMeasuring(false, (metric, width, step) -> 50);
        TrainingSession session = start(measuring, measured(ENDLESS, 5));
        untilStep(session, 6);
        session.pause();
        untilState(session, RunState.PAUSED);
        measuring.jobs.get(0).finish();
        Waiting.until(
                "the point",
                () -> Curves.of(session.folder(), "quality/FID*-100/1").containsKey(5L));
        Waiting.until("it is said", () -> session.status().measuring().isEmpty());
        assertThat(session.status().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void trainingIsBitForBitTheSameWithAndWithout() {
        TrainingSession with = start(falling(), measured(30, 4));
        untilState(with, RunState.FINISHED);
        room.get().close();
        room = Optional.of(new LocalEngineRoom(StepEngine::of, falling()));
        TrainingSession without = room.get().start(workspace, "without", TinyRuns.settings(30));
        untilState(without, RunState.FINISHED);
        Checkpoint a = RunFolder.open(with.folder()).checkpoints().newest().orElseThrow();
        Checkpoint b = RunFolder.open(without.folder()).checkpoints().newest().orElseThrow();
        assertThat(a.step()).isEqualTo(30);
        assertThat(a.generator()).isNotEmpty().isEqualTo(b.generator());
        assertThat(a.discriminator()).isEqualTo(b.discriminator());
        assertThat(a.optimizer()).isEqualTo(b.optimizer());
        var curves = Curves.withoutTimes(with.folder());
        curves.keySet().removeIf(tag -> tag.startsWith("quality/"));
        assertThat(curves).isEqualTo(Curves.withoutTimes(without.folder()));
    }

    @Test
    void recallThatIsLostPausesWhereTheUserWantsThatAndIsMarked() {
        FakeMeasuring measuring = new FakeMeasuring(
                true, (metric, width, step) -> metric == Metric.RECALL && width.index() == 0 && step > 10 ? 0.01 : 0.6);
        WatchSettings w = Defaults.settings().watches();
        RunSettings settings = measured(ENDLESS, 5)
                .with(new WatchSettings(
                        w.patienceSteps(), w.saturationLoss(), w.collapseShare(), w.driftFactor(), false, true, false));
        TrainingSession session = start(measuring, settings);
        untilState(session, RunState.PAUSED);
        SessionStatus status = session.status();
        assertThat(status.problem().orElseThrow().sentence()).contains("0.5×").contains("recall");
        assertThat(status.watches()).hasSize(1);
        assertThat(status.watches().get(0).kind()).isEqualTo(WatchKind.LOST_RECALL);
        assertThat(Curves.of(session.folder(), "watch/lost-recall/0.5")).containsKey(20L);
        long step = status.step();
        session.resume();
        untilStep(session, step + 12);
        assertThat(session.status().state())
                .as("who goes on all the same is not asked again")
                .isEqualTo(RunState.RUNNING);
    }

    @Test
    void whatTheUserMustPutRightIsToldAndNotTriedAgain() {
        FakeMeasuring measuring = new FakeMeasuring(false, (metric, width, step) -> 50);
        TrainingSession session = start(measuring, measured(ENDLESS, 5));
        untilStep(session, 6);
        measuring.jobs.get(0).result.completeExceptionally(new UserError("The weights are not there; choose others."));
        untilStep(session, 30);
        assertThat(measuring.jobs).hasSize(1);
        assertThat(session.status().problem().orElseThrow().sentence()).contains("choose others");
        assertThat(session.status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aDivergenceIsMarkedWhereTrainingGoesBackTo() {
        boolean[] once = {true};
        StepEngine.Factory engines = FaultyEngine.failing(step -> {
            boolean fails = step == 14 && once[0];
            once[0] = once[0] && !fails;
            return fails ? Divergence.at(step) : null;
        });
        room = Optional.of(new LocalEngineRoom(engines, falling()));
        TrainingSession session = room.get().start(workspace, "run", measured(ENDLESS, 6));
        untilState(session, RunState.PAUSED);
        assertThat(Curves.of(session.folder(), "watch/divergence")).containsEntry(13L, 14.0);
        session.resume();
        untilStep(session, 20);
        assertThat(Curves.of(session.folder(), "watch/divergence")).containsExactly(java.util.Map.entry(12L, 14.0));
    }

    @Test
    void aPaceLeavesTheRestOfTheTimeToTraining() {
        Pace pace = new Pace(0.25, () -> true);
        pace.breathe(() -> false);
        long began = System.nanoTime();
        double worked = 0;
        for (int i = 0; i < 5; i++) {
            long from = System.nanoTime();
            Waiting.pause(30);
            worked += System.nanoTime() - from;
            pace.breathe(() -> false);
        }
        double share = worked / (System.nanoTime() - began);
        assertThat(share).isBetween(0.15, 0.2501);
        long from = System.nanoTime();
        Pace unhindered = Pace.unhindered();
        for (int i = 0; i < 3; i++) {
            Waiting.pause(10);
            unhindered.breathe(() -> false);
        }
        assertThat((System.nanoTime() - from) / 1e6).isLessThan(200);
    }
}
