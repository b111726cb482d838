package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {

    private static final RunSettings SETTINGS = TinyRuns.settings(1_000_000);
    private static final List<Width> WIDTHS = SETTINGS.model().widthList().widths();
    private static final PreviewRequest NEWEST =
            new PreviewRequest(PreviewRequest.Source.NEWEST, WIDTHS, List.of(1L, 2L, 3L));

    private final EngineRoom room = EngineRooms.create();

    @TempDir
    Path workspace;

    @AfterEach
    void closeRoom() {
        room.close();
    }

    private static PreviewAnswer ask(Preview preview, PreviewRequest request) {
        CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
        preview.request(request, answer::complete);
        Waiting.until("an answer", answer::isDone);
        return answer.join();
    }

    private static PreviewAnswer.Images images(Preview preview, PreviewRequest request) {
        PreviewAnswer answer = ask(preview, request);
        assertThat(answer).isInstanceOf(PreviewAnswer.Images.class);
        return (PreviewAnswer.Images) answer;
    }

    private static PreviewRequest of(long step) {
        return new PreviewRequest(PreviewRequest.Source.checkpoint(step), WIDTHS, List.of(1L, 2L, 3L));
    }

    private TrainingSession startPaused() {
        TrainingSession session = room.start(workspace, "run", SETTINGS);
        session.pause();
        Waiting.until("paused", () -> session.status().state() == RunState.PAUSED);
        return session;
    }

    @Test
    void theNewestImagesFollowTraining() {
        TrainingSession session = startPaused();
        Preview preview = room.preview(session.folder());
        PreviewAnswer.Images before = images(preview, NEWEST);
        assertThat(before.step()).isEqualTo(session.status().step());
        assertThat(before.rows()).hasSize(2);
        assertThat(before.rows().get(0).images().count()).isEqualTo(3);
        assertThat(before.rows().get(0).images().height()).isEqualTo(16);
        assertThat(before.rows().get(1).millisPerImage()).isPositive();
        assertThat(images(preview, NEWEST).rows().get(0).images())
                .isEqualTo(before.rows().get(0).images());

        session.stepOnce();
        Waiting.until("a step", () -> preview.newestStep() == before.step() + 1);
        PreviewAnswer.Images after = images(preview, NEWEST);
        assertThat(after.step()).isEqualTo(before.step() + 1);
        assertThat(after.rows().get(1).images())
                .isNotEqualTo(before.rows().get(1).images());

        session.resume();
        long seen = preview.newestStep();
        images(preview, NEWEST);
        Waiting.until("newer weights while training", () -> preview.newestStep() > seen);
        assertThat(session.status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aViewThatRestsCostsNoCopies() {
        TrainingSession session = startPaused();
        Preview preview = room.preview(session.folder());
        long step = preview.newestStep();
        session.resume();
        Waiting.until("training goes on", () -> session.status().step() > step + 50);
        assertThat(preview.newestStep()).isEqualTo(step);
    }

    @Test
    void checkpointsAreDrawnAsTheyWere() {
        TrainingSession session = startPaused();
        Preview preview = room.preview(session.folder());
        PreviewAnswer.Images live = images(preview, NEWEST);
        session.close();
        assertThat(preview.checkpointSteps()).contains(0L, live.step());
        Waiting.until("the checkpoint is seen", () -> preview.newestStep() == live.step());
        PreviewAnswer.Images stored = images(preview, of(live.step()));
        assertThat(stored.rows().get(0).images()).isEqualTo(live.rows().get(0).images());
        assertThat(images(preview, NEWEST).rows().get(1).images())
                .isEqualTo(live.rows().get(1).images());
    }

    @Test
    void checkpointsOfAnotherProcessAreSeen() {
        TrainingSession session = startPaused();
        try (EngineRoom other = EngineRooms.create()) {
            Preview watching = other.preview(session.folder());
            long saved = session.status().lastCheckpointStep();
            Waiting.until("the first checkpoint", () -> watching.newestStep() == saved);
            session.stepOnce();
            session.saveNow();
            Waiting.until("a newer one", () -> watching.newestStep() > saved);
            assertThat(images(watching, NEWEST).step()).isEqualTo(watching.newestStep());
        }
    }

    @Test
    void failuresAreAnswers() {
        Preview nothing = room.preview(workspace.resolve("nothing"));
        assertThat(nothing.newestStep()).isEqualTo(-1);
        assertThat(nothing.checkpointSteps()).isEmpty();
        assertThat(sentence(ask(nothing, NEWEST))).contains("nothing");

        Preview preview = room.preview(startPaused().folder());
        assertThat(sentence(ask(preview, of(77)))).contains("77");
        PreviewRequest strange =
                new PreviewRequest(PreviewRequest.Source.NEWEST, List.of(new Width(0.3, 0)), List.of(1L));
        assertThat(sentence(ask(preview, strange))).contains("0.3");
        images(preview, NEWEST);
    }

    private static String sentence(PreviewAnswer answer) {
        assertThat(answer).isInstanceOf(PreviewAnswer.Failure.class);
        return ((PreviewAnswer.Failure) answer).problem().sentence();
    }

    @Test
    void onlyTheNewestRequestWaits() throws InterruptedException {
        Preview preview = room.preview(startPaused().folder());
        images(preview, NEWEST);
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        preview.request(NEWEST, answer -> {
            busy.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        busy.await();
        List<Long> answered = Collections.synchronizedList(new ArrayList<>());
        for (long seed = 1; seed <= 50; seed++) {
            preview.request(
                    new PreviewRequest(PreviewRequest.Source.NEWEST, WIDTHS, List.of(seed)),
                    answer -> answered.add(answer.request().latentSeeds().get(0)));
        }
        goOn.countDown();
        Waiting.until("the last answer", () -> answered.contains(50L));
        Waiting.pause(50);
        assertThat(answered).containsExactly(50L);
    }

    @Test
    void aClosedPreviewIsSilentAndOthersGoOn() {
        TrainingSession session = startPaused();
        Preview closed = room.preview(session.folder());
        Preview open = room.preview(session.folder());
        closed.close();
        List<PreviewAnswer> heard = Collections.synchronizedList(new ArrayList<>());
        closed.request(NEWEST, heard::add);
        images(open, NEWEST);
        assertThat(heard).isEmpty();
    }

    @Test
    void aReceiverThatFailsDoesNotEndThePreview() {
        Preview preview = room.preview(startPaused().folder());
        preview.request(NEWEST, answer -> {
            throw new IllegalStateException("as a view that was closed might");
        });
        images(preview, NEWEST);
    }
}
