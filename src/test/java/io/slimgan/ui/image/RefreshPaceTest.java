package io.slimgan.ui.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshPaceTest {

    private static final long MILLI = 1_000_000;

    @Test
    void waitsForItsIntervalAndForItsShareOfTheTime() {
        RefreshPace pace = new RefreshPace(0.02, 500);
        assertThat(pace.isDue(0)).isTrue();
        pace.asked(0);
        pace.cost(4);
        pace.cost(4);
        assertThat(pace.isDue(499 * MILLI)).isFalse();
        assertThat(pace.isDue(500 * MILLI)).isTrue();
        pace.cost(40);
        pace.cost(40);
        assertThat(pace.isDue(1999 * MILLI)).as("40 ms are 2 % of 2 s").isFalse();
        assertThat(pace.isDue(2000 * MILLI)).isTrue();
        pace.interval(5000);
        assertThat(pace.isDue(2000 * MILLI)).isFalse();
    }

    @Test
    void aSlowFirstDrawingOrASingleHiccupDoesNotStopTheView() {
        RefreshPace pace = new RefreshPace(0.02, 500);
        pace.asked(0);
        pace.cost(3000);
        assertThat(pace.waitMillis()).as("the engine warms up").isEqualTo(500);
        pace.cost(5);
        assertThat(pace.waitMillis()).isEqualTo(500);
        pace.cost(900);
        assertThat(pace.waitMillis()).isEqualTo(500);
        pace.cost(900);
        assertThat(pace.waitMillis()).as("never longer").isEqualTo(8000);
    }
}
