package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.session.SessionStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTextTest {

    private static final List<Losses.OfWidth> LOSSES =
            List.of(new Losses.OfWidth("0.5", 1.234, -0.5), new Losses.OfWidth("1", 2, 0.25));

    private static SessionStatus at(long step, double speed, String activity) {
        Optional<Double> left = speed > 0 ? Optional.of((1000 - step) / speed) : Optional.empty();
        return new SessionStatus(RunState.RUNNING, activity, step, 1000, speed, left, "CPU", 0, -1, Optional.empty());
    }

    @Test
    void aPlainLineTellsStepSpeedTimeAndLosses() {
        assertThat(ProgressText.plain(at(420, 4, ""), LOSSES))
                .isEqualTo("step 420/1000 (42 %), 4.0 steps/s, 2:25 left, loss D/G 0.5: 1.234/-0.500 1: 2.000/0.250");
        assertThat(ProgressText.plain(at(0, 0, ""), List.of())).isEqualTo("step 0/1000 (0 %)");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 120, 200})
    void aDrawnLineHasABarWhereThereIsRoom(int columns) {
        String line = ProgressText.drawn(at(500, 0.5, ""), LOSSES, columns);
        assertThat(line)
                .contains(" 50 % ")
                .contains("500/1000")
                .contains("2.0 s/step")
                .contains("ETA 16:40");
        assertThat(line.contains("#")).isEqualTo(columns >= 80);
        if (line.contains("#")) {
            assertThat(line.length()).isLessThan(columns);
            long full = line.chars().filter(c -> c == '#').count();
            long rest = line.substring(line.indexOf('#'), line.indexOf(']'))
                    .chars()
                    .filter(c -> c == '.')
                    .count();
            assertThat(rest - full).isBetween(0L, 1L);
        }
    }

    @Test
    void whileItPreparesTheActivityIsDrawn() {
        assertThat(ProgressText.drawn(at(0, 0, "Reading images"), List.of(), 80))
                .isEqualTo("Reading images ...");
    }

    @ParameterizedTest
    @CsvSource({"0,0:00", "59.6,1:00", "125,2:05", "3599,59:59", "3725,1:02:05"})
    void durationsAreReadable(double seconds, String text) {
        assertThat(ProgressText.duration(seconds)).isEqualTo(text);
    }
}
