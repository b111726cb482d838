package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpeedMeterTest {

    private static final long SECOND = 1_000_000_000L;

    private final SpeedMeter meter = new SpeedMeter();

    @Test
    void isUnknownBeforeTheFirstStepEnds() {
        meter.begin(0);
        assertThat(meter.stepsPerSecond()).isZero();
        assertThat(meter.secondsFor(10)).isEmpty();
    }

    @Test
    void countsStepsOverTheWindowOnly() {
        meter.begin(0);
        for (int i = 1; i <= 20; i++) {
            meter.stepEnded(i * SECOND);
        }
        for (int i = 1; i <= 50; i++) {
            meter.stepEnded(20 * SECOND + i * SECOND / 4);
        }
        assertThat(meter.stepsPerSecond()).isBetween(3.9, 4.1);
        assertThat(meter.secondsFor(8).orElseThrow()).isBetween(1.9, 2.1);
    }

    @Test
    void knowsTheSpeedOfVerySlowSteps() {
        meter.begin(0);
        meter.stepEnded(30 * SECOND);
        meter.stepEnded(60 * SECOND);
        assertThat(meter.stepsPerSecond()).isBetween(0.03, 0.04);
    }

    @Test
    void doesNotCountTheRestBetweenPauseAndResume() {
        meter.begin(0);
        meter.stepEnded(SECOND);
        meter.begin(100 * SECOND);
        meter.stepEnded(101 * SECOND);
        assertThat(meter.stepsPerSecond()).isEqualTo(1);
    }
}
