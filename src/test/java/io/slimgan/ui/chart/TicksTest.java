package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TicksTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void steps_are_round_numbers() {
        assertThat(labels(Ticks.linear(new Span(0, 100_000), 5, true)))
                .containsExactly("0", "20k", "40k", "60k", "80k", "100k");
        assertThat(labels(Ticks.linear(new Span(0, 3.4), 8, true))).containsExactly("0", "1", "2", "3");
        assertThat(labels(Ticks.linear(new Span(990, 1010), 5, true)))
                .containsExactly("990", "995", "1000", "1005", "1010");
    }

    @Test
    void losses_have_the_digits_that_they_need() {
        assertThat(labels(Ticks.linear(new Span(-0.12, 0.31), 5, false)))
                .containsExactly("−0.1", "0", "0.1", "0.2", "0.3");
        assertThat(labels(Ticks.linear(new Span(2.31e-6, 2.39e-6), 5, false)))
                .containsExactly("2.32e-6", "2.34e-6", "2.36e-6", "2.38e-6");
        assertThat(labels(Ticks.linear(new Span(1.5e6, 3.2e6), 4, false)))
                .containsExactly("1.5M", "2.0M", "2.5M", "3.0M");
    }

    @Test
    void decades_get_their_parts_when_there_is_room() {
        assertThat(labels(Ticks.logarithmic(new Span(-2, 0.5), 8)))
                .containsExactly("0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2");
        assertThat(labels(Ticks.logarithmic(new Span(0, 6), 8)))
                .containsExactly("1", "10", "100", "1000", "10k", "100k", "1M");
        assertThat(labels(Ticks.logarithmic(new Span(-12, 12), 5))).hasSizeBetween(2, 6);
        assertThat(labels(Ticks.logarithmic(new Span(0.1, 0.3), 5))).hasSizeGreaterThan(2);
    }

    @Test
    void time_goes_by_minutes_and_hours() {
        assertThat(labels(Ticks.durations(new Span(0, 3600), 5)))
                .containsExactly("0", "15 min", "30 min", "45 min", "1 h");
        assertThat(labels(Ticks.durations(new Span(0, 45), 5))).containsExactly("0", "10 s", "20 s", "30 s", "40 s");
        ZoneId zone = ZoneId.of("Asia/Kolkata");
        assertThat(labels(Ticks.clock(new Span(1_700_000_000, 1_700_007_200), 4, zone)))
                .containsExactly("04:00", "04:30", "05:00", "05:30");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ticks_lie_inside_ascend_are_few_and_all_different(int seed) {
        Random random = new Random(seed);
        double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(12) - 5);
        double length = Math.pow(10, random.nextDouble() * 10 - 6);
        if (length < Math.abs(low) * 1e-7) {
            return;
        }
        Span span = new Span(low, low + length);
        int most = 2 + random.nextInt(12);
        List<Ticks.Tick> ticks = Ticks.linear(span, most, false);
        assertThat(ticks.size()).isLessThanOrEqualTo(most + 1);
        double slack = length * 1e-6;
        assertThat(ticks).allMatch(tick -> tick.place() >= span.low() - slack && tick.place() <= span.high() + slack);
        assertThat(ticks.stream().map(Ticks.Tick::place).toList()).isSorted();
        if (length > Math.abs(low) * 1e-2) {
            assertThat(new HashSet<>(labels(ticks))).hasSameSizeAs(ticks);
        }
    }

    @Test
    void values_have_four_digits() {
        assertThat(List.of(
                        Numbers.value(1.23456),
                        Numbers.value(-0.00123456),
                        Numbers.value(0),
                        Numbers.value(123456),
                        Numbers.value(1.2e-9),
                        Numbers.value(Double.NaN),
                        Numbers.value(Double.NEGATIVE_INFINITY)))
                .containsExactly("1.235", "−0.001235", "0.0", "123456", "1.200e-09", "NaN", "−∞");
    }

    private static List<String> labels(List<Ticks.Tick> ticks) {
        return ticks.stream().map(Ticks.Tick::label).toList();
    }
}
