package io.slimgan.runs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.config.Defaults;
import io.slimgan.config.SettingsFile;
import io.slimgan.runs.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunQueueTest {

    @TempDir
    Path workspace;

    private RunQueue queue() {
        return RunQueue.of(workspace);
    }

    private static SweepRun run(String name) {
        return new SweepRun(name, "/somewhere/" + name + ".yaml", Defaults.settings());
    }

    private void add(String... names) {
        queue().add(List.of(names).stream().map(RunQueueTest::run).toList());
    }

    private List<String> states() {
        return queue().view().entries().stream()
                .map(e -> e.name() + " " + e.state().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void aWorkspaceWithoutAQueueHasAnEmptyOneAndStaysUntouched() throws IOException {
        assertThat(queue().view()).isEqualTo(QueueView.EMPTY);
        try (var files = Files.list(workspace)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whatIsQueuedIsReadBackByAnybody() {
        add("a", "b");
        assertThat(states()).containsExactly("a waiting", "b waiting");
        assertThat(queue().settings("b")).isEqualTo(Defaults.settings());
        QueueEntry entry = queue().view().entry("a").orElseThrow();
        assertThat(entry.configuration()).isEqualTo("/somewhere/a.yaml");
        assertThat(entry.steps()).isEqualTo(Defaults.settings().training().steps());
    }

    @Test
    void whatIsQueuedAgainKeepsItsPlace() {
        add("a", "b", "c");
        queue().note("a", QueueState.FAILED, "It diverged.");
        add("a", "b", "d");
        assertThat(states()).containsExactly("a waiting", "b waiting", "c waiting", "d waiting");
    }

    @Test
    void whatEndedBeforeMakesRoomForANewSweep() {
        add("a", "b");
        queue().note("a", QueueState.COMPLETE, "");
        queue().note("b", QueueState.SKIPPED, "");
        add("c");
        assertThat(states()).containsExactly("c waiting");
        assertThat(workspace.resolve(".queue/a.yaml")).doesNotExist();
    }

    @Test
    void runsThatWaitChangePlaces() {
        add("a", "b", "c", "d");
        queue().note("b", QueueState.COMPLETE, "");
        queue().move("c", -1);
        assertThat(states()).containsExactly("c waiting", "b complete", "a waiting", "d waiting");
        queue().move("c", -1);
        queue().move("d", 1);
        queue().move("b", 1);
        queue().move("nobody", 1);
        assertThat(states()).containsExactly("c waiting", "b complete", "a waiting", "d waiting");
        queue().move("a", 1);
        assertThat(states()).containsExactly("c waiting", "b complete", "d waiting", "a waiting");
    }

    @Test
    void removingCanBeUndone() {
        add("a", "b", "c");
        RunQueue.Removed removed = queue().remove("b").orElseThrow();
        assertThat(states()).containsExactly("a waiting", "c waiting");
        queue().putBack(removed);
        queue().putBack(removed);
        assertThat(states()).containsExactly("a waiting", "b waiting", "c waiting");
        assertThat(queue().settings("b")).isEqualTo(Defaults.settings());
        assertThat(queue().remove("nobody")).isEmpty();
    }

    @Test
    void aRunWhoseSettingsAreLostCanStillBeTakenOut() throws IOException {
        add("a", "b");
        Files.delete(workspace.resolve(".queue/a.yaml"));
        assertThat(queue().remove("a")).isEmpty();
        assertThat(states()).containsExactly("b waiting");
    }

    @Test
    void aRunningOneStaysAndADeadOwnersWaitsAgain() {
        add("a", "b");
        RunLock lock = queue().own();
        queue().note("a", QueueState.RUNNING, "");
        assertThat(queue().remove("a")).isEmpty();
        add("a");
        assertThat(states()).containsExactly("a running", "b waiting");
        assertThat(queue().view().owner().orElseThrow().thisProcess()).isTrue();
        assertThatThrownBy(() -> queue().own())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is being worked off by this program");
        lock.close();
        assertThat(states()).containsExactly("a waiting", "b waiting");
        assertThat(queue().view().owner()).isEmpty();
        queue().own().close();
        assertThat(states()).containsExactly("a waiting", "b waiting");
    }

    @Test
    void thePauseIsKept() {
        queue().pause(true);
        assertThat(queue().view().paused()).isTrue();
        queue().pause(false);
        assertThat(queue().view().paused()).isFalse();
    }

    @Test
    void endedOnesAreClearedAway() {
        add("a", "b", "c");
        queue().note("a", QueueState.COMPLETE, "");
        queue().note("b", QueueState.FAILED, "why");
        queue().clearEnded();
        assertThat(states()).containsExactly("c waiting");
    }

    @Test
    void whatAKilledProcessLeftHalfWrittenIsClearedAway() throws IOException {
        add("a");
        Path half = Files.writeString(workspace.resolve(".queue/.aside-queue.json-12345678"), "{");
        queue().pause(true);
        assertThat(half).doesNotExist();
        assertThat(states()).containsExactly("a waiting");
    }

    @Test
    void damageAndNewerVersionsAreToldByTheFile() throws IOException {
        add("a");
        Path file = workspace.resolve(".queue/queue.json");
        String good = Files.readString(file);
        Files.writeString(file, good.substring(0, good.length() / 2));
        assertThatThrownBy(() -> queue().view())
                .isInstanceOf(UserError.class)
                .hasMessageContaining("queue.json is damaged");
        Files.writeString(file, good.replace("\"schema\" : 1", "\"schema\" : 2"));
        assertThatThrownBy(() -> queue().view()).isInstanceOf(UserError.class).hasMessageContaining("newer version");
    }

    /** Whatever is done in whatever order: no run is lost or doubled, and each has its settings. */
    @Test
    void nothingIsLostOrDoubled() {
        SplittableRandom random = new SplittableRandom(4);
        List<RunQueue.Removed> removed = new ArrayList<>();
        String[] names = {"a", "b", "c", "d", "e"};
        add(names);
        for (int i = 0; i < 150; i++) {
            String name = names[random.nextInt(names.length)];
            switch (random.nextInt(5)) {
                case 0 -> queue().move(name, random.nextBoolean() ? 1 : -1);
                case 1 -> queue().remove(name).ifPresent(removed::add);
                case 2 -> removed.forEach(queue()::putBack);
                case 3 -> queue().note(name, QueueState.values()[random.nextInt(5)], "");
                default -> queue().add(List.of(run(name)));
            }
            List<QueueEntry> entries = queue().view().entries();
            assertThat(entries).extracting(QueueEntry::name).doesNotHaveDuplicates();
            entries.forEach(entry -> assertThat(
                            SettingsFile.read(workspace.resolve(".queue/" + entry.name() + ".yaml"), Map.of()))
                    .isEqualTo(Defaults.settings()));
        }
    }

    @Test
    void manyThreadsAddWithoutLosingAny() {
        IntStream.range(0, 24).parallel().forEach(i -> queue().add(List.of(run("r" + i))));
        assertThat(queue().view().entries()).hasSize(24);
    }
}
