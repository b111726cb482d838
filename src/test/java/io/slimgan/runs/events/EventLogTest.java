package io.slimgan.runs.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {

    private static final String LOSS = "loss/generator/0.25";

    @TempDir
    Path folder;

    @Test
    void followsWhatIsWritten() {
        try (EventWriter writer = EventWriter.open(folder);
                EventFollower follower = EventFollower.open(folder)) {
            assertThat(follower.poll().isEmpty()).isTrue();
            writer.scalar(LOSS, 1, 0.5);
            assertThat(follower.poll().isEmpty()).as("not flushed yet").isTrue();
            writer.scalar("loss/generator/1", 1, -0.25);
            writer.image("samples/consistency", 1, 2, 3, new byte[] {1, 2, 3});
            writer.scalar(LOSS, 2, Double.NaN);
            writer.flush();
            List<ScalarPoint> points = follower.poll().points();
            assertThat(points).extracting(ScalarPoint::tag).containsExactly(LOSS, "loss/generator/1", LOSS);
            assertThat(points).extracting(ScalarPoint::step).containsExactly(1L, 1L, 2L);
            assertThat(points).extracting(ScalarPoint::value).containsExactly(0.5, -0.25, Double.NaN);
            assertThat(points.get(0).wallTime())
                    .isBetween(System.currentTimeMillis() / 1000.0 - 60, System.currentTimeMillis() / 1000.0 + 1);
            assertThat(follower.poll().isEmpty()).isTrue();
        }
    }

    @Test
    void aContinuedRunVoidsWhatComesAfterItsCheckpoint() {
        EventFollower early = EventFollower.open(folder);
        try (EventWriter first = EventWriter.open(folder)) {
            for (int step = 1; step <= 5; step++) {
                first.scalar(LOSS, step, step);
            }
        }
        assertThat(early.poll().points()).hasSize(5);
        try (EventWriter second = EventWriter.resume(folder, 3)) {
            second.scalar(LOSS, 4, 40);
        }
        EventBatch batch = early.poll();
        assertThat(batch.keepUpTo()).isEqualTo(OptionalLong.of(3));
        assertThat(batch.points()).extracting(ScalarPoint::value).containsExactly(40.0);
        EventBatch all = EventFollower.open(folder).poll();
        assertThat(all.keepUpTo()).isEqualTo(OptionalLong.of(3));
        assertThat(all.points()).extracting(ScalarPoint::value).containsExactly(1.0, 2.0, 3.0, 40.0);
    }

    @Test
    void newFilesSortAfterOldOnesWhateverTheClockSays() throws IOException {
        List<Path> files = new ArrayList<>();
        for (long seconds : new long[] {2_000_000_000, 2_000_000_000, 1_000_000_000}) {
            Clock clock = Clock.fixed(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
            try (EventWriter writer = EventWriter.begin(folder, clock)) {
                files.add(writer.file());
            }
        }
        assertThat(EventFiles.list(folder)).isEqualTo(files);
        assertThat(files.get(0).getFileName().toString()).startsWith("events.out.tfevents.2000000000.");
    }

    @Test
    void aTornEndIsWaitedForAtEveryByte() throws IOException {
        Path source = folder.resolve("source");
        byte[] bytes = log(source, 4);
        int before = log(folder.resolve("shorter"), 3).length;
        for (int cut = before; cut <= bytes.length; cut++) {
            Path run = Files.createDirectories(folder.resolve("run" + cut));
            Path file = run.resolve("events.out.tfevents.0000000001.x");
            Files.write(file, Arrays.copyOf(bytes, cut));
            EventFollower follower = EventFollower.open(run);
            assertThat(follower.poll().points()).hasSize(cut == bytes.length ? 4 : 3);
            assertThat(follower.poll().isEmpty()).isTrue();
            Files.write(file, Arrays.copyOfRange(bytes, cut, bytes.length), StandardOpenOption.APPEND);
            EventBatch rest = follower.poll();
            assertThat(rest.problems()).isEmpty();
            assertThat(rest.points()).hasSize(cut == bytes.length ? 0 : 1);
        }
    }

    @Test
    void aTornEndStaysBehindWhenANewerFileComes() throws IOException {
        byte[] bytes = log(folder.resolve("source"), 4);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Path run = Files.createDirectories(folder.resolve("run" + cut));
            Files.write(run.resolve("events.out.tfevents.0000000001.x"), Arrays.copyOf(bytes, cut));
            EventFollower follower = EventFollower.open(run);
            int there = follower.poll().points().size();
            try (EventWriter writer = EventWriter.resume(run, 1)) {
                writer.scalar(LOSS, 2, 7);
            }
            EventBatch batch = follower.poll();
            assertThat(batch.keepUpTo()).isEqualTo(OptionalLong.of(1));
            assertThat(batch.points()).extracting(ScalarPoint::value).containsExactly(7.0);
            assertThat(batch.problems()).isEmpty();
            assertThat(EventFollower.open(run).poll().points()).hasSize(Math.min(there, 1) + 1);
        }
    }

    @Test
    void everyFlippedByteCostsOneEventAndOneSentence() throws IOException {
        byte[] bytes = log(folder.resolve("source"), 4);
        int third = log(folder.resolve("two"), 2).length;
        int fourth = log(folder.resolve("three"), 3).length;
        Path run = Files.createDirectories(folder.resolve("run"));
        Path file = run.resolve("events.out.tfevents.0000000001.x");
        for (int at = third; at < fourth; at++) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            EventFollower follower = EventFollower.open(run);
            EventBatch batch = follower.poll();
            assertThat(batch.points())
                    .as("byte %d", at)
                    .extracting(ScalarPoint::step)
                    .containsExactly(1L, 2L, 4L);
            assertThat(batch.problems())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains(file.getFileName().toString());
            assertThat(follower.poll().isEmpty()).isTrue();
        }
    }

    @Test
    void zerosThatBecomeContentAreNoDamage() throws IOException {
        byte[] bytes = log(folder.resolve("source"), 4);
        int before = log(folder.resolve("three"), 3).length;
        Path run = Files.createDirectories(folder.resolve("run"));
        Path file = run.resolve("events.out.tfevents.0000000001.x");
        for (int written = before; written < bytes.length; written++) {
            Files.write(file, Arrays.copyOf(Arrays.copyOf(bytes, written), bytes.length));
            EventFollower follower = EventFollower.open(run);
            assertThat(follower.poll().points()).hasSize(3);
            Files.write(file, bytes);
            EventBatch batch = follower.poll();
            assertThat(batch.points()).hasSize(1);
            assertThat(batch.problems()).isEmpty();
        }
    }

    @Test
    void replacedFilesAreReadAnew() throws IOException {
        Path run = folder.resolve("run");
        log(run, 4);
        EventFollower follower = EventFollower.open(run);
        assertThat(follower.poll().points()).hasSize(4);
        for (Path file : EventFiles.list(run)) {
            Files.delete(file);
        }
        log(run, 1);
        EventBatch batch = follower.poll();
        assertThat(batch.keepUpTo()).isEqualTo(OptionalLong.of(-1));
        assertThat(batch.points()).hasSize(1);
    }

    /** The scalars' events of steps 1 to {@code count}, one record each. */
    private static byte[] log(Path run, int count) throws IOException {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
        try (EventWriter writer = EventWriter.begin(run, clock)) {
            for (int step = 1; step <= count; step++) {
                writer.scalar(LOSS, step, step);
            }
            writer.flush();
            return Files.readAllBytes(writer.file());
        }
    }
}
