package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.events.EventWriter;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredLinesTest {

    @TempDir
    Path folder;

    @Test
    void aMeasuredStepIsOneLine() {
        try (Losses log = new Losses(folder);
                EventWriter writer = EventWriter.open(folder)) {
            writer.scalar("quality/FID*-300/0.5", 1000, 123.456);
            writer.scalar("quality/FID*-300/1", 1000, 98.76);
            writer.scalar("quality/mIC*-300", 1000, 4.5);
            writer.scalar("loss/generator/1", 1000, 2);
            writer.flush();
            log.newest();
            assertThat(log.measured(false)).as("more of it may come").isEmpty();
            log.newest();
            assertThat(log.measured(false))
                    .containsExactly("Step 1000 measured: FID*-300 0.5: 123.5, 1: 98.76; mIC*-300 4.500");
            assertThat(log.measured(true)).as("told once").isEmpty();
        }
    }

    @Test
    void whatWasMeasuredBeforeAResumeIsNotToldAgain() {
        MeasuredLines lines = new MeasuredLines(1000, WidthNames.PLAIN);
        lines.take(List.of(
                new ScalarPoint("quality/FID*-300/1", 5, 999, 1), new ScalarPoint("quality/FID*-300/1", 6, 1001, 2)));
        assertThat(lines.lines(true)).containsExactly("Step 6 measured: FID*-300 1: 2.000");
    }
}
