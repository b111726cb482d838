package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CriticGapTest {

    @Test
    void saysNothingDuringTheWarmUp() {
        CriticGap gap = new CriticGap();
        gap.add(Reports.of(1, 1, 2, 1));
        assertThat(gap.after(49, 100)).isEmpty();
        assertThat(gap.after(50, 100)).isPresent();
        assertThat(gap.after(999, 10_000)).isEmpty();
        assertThat(gap.after(1000, 10_000)).isPresent();
    }

    @Test
    void followsTheMeanGapOfTheWidths() {
        CriticGap gap = new CriticGap();
        for (int step = 1; step <= 500; step++) {
            gap.add(Reports.of(step, 1, 3, 1)); // real 3, fake -3 at both widths
        }
        assertThat(gap.after(500, 500).orElseThrow()).isCloseTo(6, within(1e-9));
    }

    @Test
    void goesOnAfterItsNote() {
        CriticGap straight = new CriticGap();
        CriticGap resumed = new CriticGap();
        for (int step = 1; step <= 60; step++) {
            straight.add(Reports.of(step, 1, step, 1));
            resumed.add(Reports.of(step, 1, step, 1));
            String note = resumed.toNote();
            resumed = new CriticGap();
            resumed.restore(note);
        }
        assertThat(resumed.after(60, 60)).isEqualTo(straight.after(60, 60));
        resumed.restore("what?");
        assertThat(resumed.after(60, 60)).isEmpty();
    }
}
