package io.slimgan.runs.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {

    @TempDir
    Path folder;

    /** CRC-32C's check value is 0xE3069283 (RFC 3720); TensorFlow masks it. */
    @Test
    void theChecksumIsMasked() {
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        int expected = ((0xE3069283 >>> 15) | (0xE3069283 << 17)) + 0xa282ead8;
        assertThat(Records.maskedCrc(check, 0, 9)).isEqualTo(expected);
    }

    /** The messages by hand, after event.proto and summary.proto. */
    @Test
    void theBytesAreTensorBoards() {
        String wallTime = "09" + "000000000000f83f"; // field 1, 1.5
        assertThat(hex(EventEncoder.fileVersion(1.5)))
                .isEqualTo(wallTime + "1a0d" + hex("brain.Event:2".getBytes(StandardCharsets.US_ASCII)));
        assertThat(hex(EventEncoder.sessionStart(1.5, 300))).isEqualTo(wallTime + "10ac02" + "3a02" + "0801");
        assertThat(hex(EventEncoder.summaryEvent(1.5, 2, EventEncoder.scalarSummary("a", -2))))
                .isEqualTo(wallTime + "1002" + "2a0a" + "0a08" + "0a0161" + "15000000c0");
        assertThat(hex(EventEncoder.summaryEvent(1.5, 2, EventEncoder.imageSummary("a", 3, 4, new byte[] {9}))))
                .isEqualTo(
                        wallTime + "1002" + "2a10" + "0a0e" + "0a0161" + "2209" + "0803" + "1004" + "1803" + "220109");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverIsLoggedComesBackInOrder(long seed) throws IOException {
        Random random = new Random(seed);
        List<ScalarPoint> logged = new ArrayList<>();
        List<ScalarPoint> read = new ArrayList<>();
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_250L), ZoneOffset.UTC);
        EventFollower follower = EventFollower.open(folder);
        for (int file = 0; file < 3; file++) {
            try (EventWriter writer = EventWriter.begin(folder, clock)) {
                for (int i = 0; i < 400; i++) {
                    String tag = "tag/ü" + random.nextInt(50);
                    long step = random.nextInt(5) == 0 ? random.nextLong() : i / 7;
                    float value = Float.intBitsToFloat(random.nextInt() & 0xBFFFFFFF);
                    writer.scalar(tag, step, value);
                    logged.add(new ScalarPoint(tag, step, 1_700_000_000.25, value));
                    if (random.nextInt(60) == 0) {
                        // Now and then larger than any buffer.
                        writer.image("samples", step, 1, 1, new byte[random.nextInt(3_000_000)]);
                    }
                    if (random.nextInt(40) == 0) {
                        writer.flush();
                        read.addAll(follower.poll().points());
                    }
                }
            }
        }
        read.addAll(follower.poll().points());
        assertThat(read).isEqualTo(logged);
        assertThat(EventFollower.open(folder).poll().points()).isEqualTo(logged);
    }

    @Test
    void eventsOfOtherProgramsArePassedOver() throws IOException {
        Path file = folder.resolve("events.out.tfevents.0000000001.x");
        byte[] graph = EventEncoder.message(out -> out.writeByteArray(4, new byte[] {1, 2, 3}));
        byte[] histogram = EventEncoder.message(out -> out.writeByteArray(
                5,
                EventEncoder.message(summary -> summary.writeByteArray(
                        1, EventEncoder.message(value -> value.writeByteArray(5, new byte[] {1}))))));
        byte[] broken = {0x2a, 0x7f};
        byte[] sound = EventEncoder.summaryEvent(1, 1, EventEncoder.scalarSummary("a", 1));
        for (byte[] event : List.of(graph, histogram, broken, sound)) {
            Files.write(file, Records.frame(event), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        EventBatch batch = EventFollower.open(folder).poll();
        assertThat(batch.points()).containsExactly(new ScalarPoint("a", 1, 1, 1));
        assertThat(batch.problems()).hasSize(1).first().asString().contains("not understood");
    }

    /** 20 curves of 100,000 points took 0.6 to 1.0 s on two busy cores; a tenth of it must not take five. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void longCurvesAreReadQuickly() {
        try (EventWriter writer = EventWriter.open(folder)) {
            for (int step = 1; step <= 10_000; step++) {
                for (int tag = 0; tag < 20; tag++) {
                    writer.scalar("loss/generator/0." + tag, step, step);
                }
            }
        }
        long begin = System.nanoTime();
        assertThat(EventFollower.open(folder).poll().points()).hasSize(200_000);
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5000);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
