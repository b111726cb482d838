package io.slimgan.runs.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // a log is open, not used
class LastStepTest {

    @TempDir
    Path run;

    @Test
    void aRunWithoutALogHasNone() {
        assertThat(LastStep.of(run)).isEmpty();
        assertThat(LastStep.of(run.resolve("none"))).isEmpty();
        try (EventWriter log = EventWriter.open(run)) {
            assertThat(LastStep.of(run)).isEmpty();
        }
    }

    @Test
    void theEndOfALongLogIsFoundBehindAPicture() {
        try (EventWriter log = EventWriter.open(run)) {
            for (int step = 1; step <= 60_000; step++) {
                log.scalar("loss/generator/0.25", step, step);
            }
            log.image("samples/consistency", 60_000, 8, 8, new byte[400_000]);
        }
        assertThat(LastStep.of(run)).isEqualTo(OptionalLong.of(60_000));
    }

    @Test
    void aRunThatGoesOnBeginsAtItsCheckpoint() {
        try (EventWriter log = EventWriter.open(run)) {
            log.scalar("loss", 900, 1);
        }
        try (EventWriter log = EventWriter.resume(run, 500)) {
            assertThat(LastStep.of(run)).isEqualTo(OptionalLong.of(500));
            log.scalar("loss", 501, 1);
            log.flush();
            assertThat(LastStep.of(run)).isEqualTo(OptionalLong.of(501));
        }
    }
}
