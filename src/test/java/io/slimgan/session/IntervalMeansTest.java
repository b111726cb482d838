package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntervalMeansTest {

    @Test
    void aPointIsTheMeanOverItsSteps() {
        IntervalMeans means = new IntervalMeans();
        means.add(Reports.of(1, 1.0, 2.0, 0.5));
        means.add(Reports.of(2, 3.0, 6.0, 1.5));
        Map<String, Double> points = means.means();
        assertThat(points)
                .containsEntry("loss/discriminator/0.25", 2.0)
                .containsEntry("loss/generator/1", -2.0)
                .containsEntry("critic/real/0.25", 4.0)
                .containsEntry("critic/fake/1", -4.0)
                .containsEntry("distillation/raw/0.25-1", 2.0)
                .containsEntry("distillation/weighted/0.25-1", 40.0)
                .containsEntry("time/step_seconds", 1.0);
        assertThat(points.get("time/images_per_second")).isCloseTo(64 / 1.0, within(1e-9));
        means.clear();
        assertThat(means.means()).isEmpty();
    }

    @Test
    void widthsWithoutAnAdversarialLossHaveNoSuchCurve() {
        IntervalMeans means = new IntervalMeans();
        means.add(Reports.of(1, Double.NaN, 2.0, 0.5));
        assertThat(means.means()).doesNotContainKey("loss/discriminator/0.25").containsKey("critic/real/0.25");
    }

    @Test
    void aBegunIntervalGoesOnBitForBitAfterItsNote() {
        SplittableRandom random = new SplittableRandom(3);
        IntervalMeans straight = new IntervalMeans();
        IntervalMeans resumed = new IntervalMeans();
        for (int step = 1; step <= 200; step++) {
            double a = random.nextDouble(-1e6, 1e6);
            double b = random.nextDouble() * 1e-9;
            straight.add(Reports.of(step, a, b, 0.1));
            resumed.add(Reports.of(step, a, b, 0.1));
            String note = resumed.toNote();
            resumed = new IntervalMeans();
            resumed.restore(note);
        }
        assertThat(resumed.means()).isEqualTo(straight.means());
    }

    @Test
    void anUnreadableNoteBeginsAnew() {
        IntervalMeans means = new IntervalMeans();
        means.add(Reports.of(1, 1, 1, 1));
        means.restore("steps=2;loss");
        assertThat(means.means()).isEmpty();
        means.restore("");
        assertThat(means.means()).isEmpty();
    }
}
