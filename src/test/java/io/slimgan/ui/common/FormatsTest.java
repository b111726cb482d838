package io.slimgan.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "59.4, 59 s",
        "59.6, 1 min 0 s",
        "200, 3 min 20 s",
        "7500, 2 h 5 min",
        "356400, 4 d 3 h",
        "-3, 0 s"
    })
    void durationsHaveTwoUnitsAtMost(double seconds, String expected) {
        assertThat(Formats.duration(seconds)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "950, 950", "1250, 1.25 k", "999999, 1.00 M", "48100000, 48.1 M", "123456789, 123 M"})
    void compactCountsKeepThreeDigits(long n, String expected) {
        assertThat(Formats.compact(n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"512, 512 B", "1288490188, 1.20 GiB", "1047527424, 999 MiB", "1073741824, 1.00 GiB"})
    void bytesAreBinary(long n, String expected) {
        assertThat(Formats.bytes(n)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4.2, 4.20 steps/s", "123.4, 123 steps/s", "0.25, 4.00 s/step"})
    void slowTrainingIsToldInSecondsPerStep(double speed, String expected) {
        assertThat(Formats.speed(speed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, just now", "300, 5 min ago", "10800, 3 h ago"})
    void agesAreRelativeForADay(long seconds, String expected) {
        Instant now = Instant.parse("2025-01-02T12:00:00Z");
        assertThat(Formats.ago(now.minusSeconds(seconds), now)).isEqualTo(expected);
    }
}
