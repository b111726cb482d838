package io.slimgan.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LatestTest {

    private final Latest latest = new Latest();
    private final List<String> heard = new ArrayList<>();

    private CompletableFuture<String> ask(FxRobot robot) {
        CompletableFuture<String> question = new CompletableFuture<>();
        robot.interact(() -> latest.await(question, heard::add, thrown -> heard.add("failed " + thrown.getMessage())));
        return question;
    }

    @Test
    void onlyTheNewestAnswerCountsWhateverTheOrder(FxRobot robot) {
        CompletableFuture<String> first = ask(robot);
        CompletableFuture<String> second = ask(robot);

        second.complete("second");
        first.complete("first");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(heard).containsExactly("second");
    }

    @Test
    void anOldFailureIsDroppedTooAndANewOneIsToldAsThrown(FxRobot robot) {
        CompletableFuture<String> first = ask(robot);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> {
            throw new IllegalStateException("inner");
        });
        robot.interact(() -> latest.await(second, heard::add, thrown -> heard.add("failed " + thrown.getMessage())));
        first.completeExceptionally(new IllegalStateException("old"));

        WaitForAsyncUtils.waitForAsync(5000, () -> second.handle((v, t) -> true).join());
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(heard).containsExactly("failed inner");
    }

    @Test
    void forgottenAnswersAreNotHeard(FxRobot robot) {
        CompletableFuture<String> question = ask(robot);
        robot.interact(latest::forget);

        question.complete("late");
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(heard).isEmpty();
    }
}
