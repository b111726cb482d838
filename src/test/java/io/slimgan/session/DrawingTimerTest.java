package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.Width;
import io.slimgan.runs.evaluations.DrawingTimes.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On a machine that is made up: it is cold at first, and busy now and then. */
class DrawingTimerTest {

    private static final List<Width> WIDTHS = List.of(new Width(0.25, 0), new Width(0.5, 1), new Width(1, 2));

    private final List<Width> drawn = new ArrayList<>();
    private long now;

    private Map<String, Spread> measure(long coldDrawings, int busyFrom, int busyTo) {
        return new DrawingTimer(
                        width -> {
                            long millis = 2 + width.index();
                            if (drawn.size() < coldDrawings) {
                                millis += (coldDrawings - drawn.size()) * 5;
                            }
                            if (drawn.size() >= busyFrom && drawn.size() < busyTo) {
                                millis *= 4;
                            }
                            drawn.add(width);
                            now += millis * 1_000_000;
                        },
                        () -> now)
                .measure(WIDTHS);
    }

    @Test
    void aColdMachineSlowsNoWidth() {
        Map<String, Spread> times = measure(30, 0, 0);

        assertThat(times.get("0.25")).isEqualTo(new Spread(2, 2, 2));
        assertThat(times.get("0.5")).isEqualTo(new Spread(3, 3, 3));
        assertThat(times.get("1")).isEqualTo(new Spread(4, 4, 4));
    }

    @Test
    void aBusyMomentIsSharedByAllAndSeenInTheSpreadOnly() {
        Map<String, Spread> times = measure(0, 30, 50);

        assertThat(times.get("0.25")).isEqualTo(new Spread(2, 2, 8));
        assertThat(times.get("1")).isEqualTo(new Spread(4, 4, 16));
    }

    @Test
    void theWidthsTakeTurns() {
        measure(0, 0, 0);
        List<Width> counted = drawn.subList(drawn.size() - DrawingTimer.REPEATS * 3, drawn.size());

        assertThat(DrawingTimer.REPEATS).isGreaterThanOrEqualTo(15);
        for (int i = 0; i < counted.size(); i += 3) {
            assertThat(counted.subList(i, i + 3)).containsExactlyInAnyOrderElementsOf(WIDTHS);
        }
    }
}
