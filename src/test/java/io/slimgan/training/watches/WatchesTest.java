package io.slimgan.training.watches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.config.Defaults;
import io.slimgan.config.WatchSettings;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.PairReport;
import io.slimgan.training.StepReport.WidthReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each watch speaks once, at the right width and not too soon, and is silent on healthy runs. */
class WatchesTest {

    private static final WatchSettings SETTINGS = Defaults.settings().watches();
    private static final List<Width> WIDTHS = RealCurves.WIDTHS.widths();

    private static StepReport losses(long step, double first, double others) {
        List<WidthReport> widths = WIDTHS.stream()
                .map(w -> w.index() == 0
                        ? new WidthReport(w, first, 0, 2 - first, -2 + first)
                        : new WidthReport(w, others, 0, 0.2, -0.2))
                .toList();
        return new StepReport(step, widths, List.of(), 0.1, 64);
    }

    private static StepReport gaps(long step, double... raw) {
        List<PairReport> pairs = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            pairs.add(new PairReport(WIDTHS.get(i), WIDTHS.get(i + 1), raw[i], raw[i]));
        }
        return new StepReport(step, List.of(), pairs, 0.1, 64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cifar10-lambda20.csv", "cifar10-lambda0.csv"})
    void healthyRunsRaiseNoAlarm(String file) {
        SaturationWatch saturation = new SaturationWatch(SETTINGS);
        DriftWatch drift = new DriftWatch(SETTINGS);
        List<StepReport> reports = RealCurves.read(file);
        assertThat(reports).hasSizeGreaterThan(2000);
        for (StepReport report : reports) {
            assertThat(saturation.see(report)).isEmpty();
            assertThat(drift.see(report)).isEmpty();
        }
    }

    /** The grids of the same runs, every 500 steps, narrowest width first. */
    @Test
    void healthyGridsRaiseNoAlarm() {
        double[][] grids = {
            {0.102, 0.103, 0.103, 0.106}, {0.167, 0.319, 0.344, 0.345}, {0.133, 0.348, 0.361, 0.365},
            {0.187, 0.313, 0.305, 0.316}, {0.271, 0.326, 0.33, 0.35}, {0.362, 0.348, 0.341, 0.352}
        };
        CollapseWatch collapse = new CollapseWatch(SETTINGS);
        for (int i = 0; i < grids.length; i++) {
            for (Width width : WIDTHS) {
                assertThat(collapse.grid(500L * i, width.label(), grids[i][width.index()]))
                        .isEmpty();
            }
        }
    }

    @Test
    void aDiscriminatorThatWinsForLongIsNoticedOnceAndAtItsWidth() {
        SaturationWatch watch = new SaturationWatch(SETTINGS);
        List<WatchMark> marks = new ArrayList<>();
        for (long step = 1; step <= 3000; step++) {
            marks.addAll(watch.see(losses(step, step < 1000 ? 1.5 : 0.001, 1.6)));
        }
        assertThat(marks).hasSize(1);
        WatchMark mark = marks.get(0);
        assertThat(mark.kind()).isEqualTo(WatchKind.SATURATION);
        assertThat(mark.width()).isEqualTo("0.25");
        assertThat(mark.step()).isBetween(1000L + SETTINGS.patienceSteps(), 2200L);
        assertThat(mark.value()).as("the mean of what the curve shows").isCloseTo(0.001, within(1e-9));
        assertThat(mark.sentence()).contains("its loss was 0.0010 on average over the steps");
        assertThat(watch.isRaised(mark)).isTrue();
        for (long step = 3001; step <= 3300; step++) {
            watch.see(losses(step, 1.2, 1.6));
        }
        assertThat(watch.isRaised(mark)).isFalse();
    }

    @Test
    void aShortTriumphIsNotSaturation() {
        SaturationWatch watch = new SaturationWatch(SETTINGS);
        for (long step = 1; step <= 5000; step++) {
            assertThat(watch.see(losses(step, step % 800 < 400 ? 0.0 : 1.0, 1.6)))
                    .isEmpty();
        }
    }

    @Test
    void imagesThatBecomeAlikeAreACollapse() {
        CollapseWatch watch = new CollapseWatch(SETTINGS);
        double[] seen = {0.1, 0.3, 0.35, 0.05, 0.33, 0.08, 0.04};
        List<WatchMark> marks = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            watch.grid(100L * i, "0.5", seen[i]).ifPresent(marks::add);
            assertThat(watch.grid(100L * i, "1", 0.3)).isEmpty();
        }
        assertThat(marks).as("one grid alone may be chance").hasSize(1);
        assertThat(marks.get(0)).isEqualTo(new WatchMark(WatchKind.COLLAPSE, "0.5", 600, 0.04 / 0.35));
        assertThat(marks.get(0).sentence()).contains("0.5×").contains("11 %");
        assertThat(watch.isRaised(marks.get(0))).isTrue();
    }

    @Test
    void recallThatIsLostIsACollapseButLittleRecallIsJustABeginning() {
        CollapseWatch watch = new CollapseWatch(SETTINGS);
        for (double recall : new double[] {0, 0.04, 0.0, 0.0, 0.0}) {
            assertThat(watch.recall(1, "0.25", recall)).isEmpty();
        }
        assertThat(watch.recall(6, "1", 0.4)).isEmpty();
        assertThat(watch.recall(7, "1", 0.02)).isEmpty();
        assertThat(watch.recall(8, "1", 0.03)).hasValueSatisfying(mark -> {
            assertThat(mark.kind()).isEqualTo(WatchKind.LOST_RECALL);
            assertThat(mark.value()).isCloseTo(0.075, within(1e-9));
        });
    }

    private static List<WatchMark> drift(LongToDoubleFunction first, LongToDoubleFunction others) {
        DriftWatch watch = new DriftWatch(SETTINGS);
        Random random = new Random(3);
        List<WatchMark> marks = new ArrayList<>();
        for (long step = 1; step <= 6000; step++) {
            double noise = 1 + 0.2 * random.nextGaussian();
            marks.addAll(watch.see(gaps(
                    step, first.applyAsDouble(step) * noise, others.applyAsDouble(step), others.applyAsDouble(step))));
        }
        return marks;
    }

    @Test
    void oneWidthThatLeavesTheOthersIsNoticed() {
        List<WatchMark> marks = drift(s -> s < 3000 ? 0.1 : 0.45, s -> 0.05);
        assertThat(marks).hasSize(1);
        assertThat(marks.get(0).kind()).isEqualTo(WatchKind.DRIFT);
        assertThat(marks.get(0).width()).isEqualTo("0.25");
        assertThat(marks.get(0).step()).isBetween(3500L, 3900L);
    }

    @Test
    void widthsThatMoveTogetherOrInvisiblyDoNotDrift() {
        assertThat(drift(s -> s < 3000 ? 0.1 : 0.45, s -> s < 3000 ? 0.05 : 0.2))
                .isEmpty();
        assertThat(drift(s -> s < 3000 ? 0.0001 : 0.005, s -> 0.05)).isEmpty();
        assertThat(drift(s -> 0.2, s -> 0.05)).isEmpty();
    }

    @Test
    void aDistanceThatGrowsAloneIsADrift() {
        DriftWatch watch = new DriftWatch(SETTINGS);
        assertThat(watch.measured(1, Map.of("0.25", 40.0, "1", 30.0))).isEmpty();
        assertThat(watch.measured(2, Map.of("0.25", 150.0, "1", 28.0))).isEmpty();
        assertThat(watch.measured(3, Map.of("0.25", 160.0, "1", 27.0)))
                .containsExactly(new WatchMark(WatchKind.LOST_QUALITY, "0.25", 3, 4));
        assertThat(watch.measured(4, Map.of("0.25", 170.0, "1", 27.0))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 1300, 1490})
    void aRunThatGoesOnNoticesTheSame(int cut) {
        SaturationWatch straight = new SaturationWatch(SETTINGS);
        SaturationWatch before = new SaturationWatch(SETTINGS);
        SaturationWatch after = new SaturationWatch(SETTINGS);
        List<WatchMark> wanted = new ArrayList<>();
        List<WatchMark> got = new ArrayList<>();
        for (long step = 1; step <= 2500; step++) {
            StepReport report = losses(step, step < 700 ? 1.5 : 0.0, 1.6);
            wanted.addAll(straight.see(report));
            if (step <= cut) {
                got.addAll(before.see(report));
                after.restore(before.toNote());
            } else {
                got.addAll(after.see(report));
            }
        }
        assertThat(got).isEqualTo(wanted).hasSize(1);
    }

    @Test
    void anUnreadableNoteBeginsAnew() {
        DriftWatch watch = new DriftWatch(SETTINGS);
        watch.restore("0.25=1,2|nonsense");
        watch.restore("rubbish");
        assertThat(watch.see(gaps(1, 0.1, 0.1, 0.1))).isEmpty();
    }

    @Test
    void aMarkIsReadBackFromItsTag() {
        WatchMark mark = new WatchMark(WatchKind.DRIFT, "0.25", 70, 3.5);
        assertThat(mark.tag()).isEqualTo("watch/drift/0.25");
        assertThat(WatchMark.read(mark.tag(), 70, 3.5)).contains(mark);
        assertThat(WatchMark.read("watch/divergence", 9, 10)).contains(new WatchMark(WatchKind.DIVERGENCE, "", 9, 10));
        assertThat(WatchMark.read("watch/of-a-later-version/1", 1, 1)).isEmpty();
        assertThat(WatchMark.read("loss/generator/1", 1, 1)).isEmpty();
    }

    @Test
    void diversityIsTheMeanSquaredDifferenceOfPairs() {
        Random random = new Random(1);
        byte[] pixels = new byte[4 * 2 * 2 * 3];
        random.nextBytes(pixels);
        RgbImages images = new RgbImages(4, 2, 2, pixels);
        double sum = 0;
        int pairs = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                for (int i = 0; i < 12; i++) {
                    double off = ((pixels[a * 12 + i] & 255) - (pixels[b * 12 + i] & 255)) / 255.0;
                    sum += off * off / 12;
                }
                pairs++;
            }
        }
        assertThat(GridDiversity.of(images)).isCloseTo(Math.sqrt(sum / pairs), within(1e-12));
        assertThat(GridDiversity.of(images.image(0))).isZero();
    }

    @Test
    void changeIsTheRootMeanSquareOfWhatEachLatentMoved() {
        RgbImages before = new RgbImages(2, 1, 1, new byte[] {0, 10, (byte) 200, 40, 50, 60});
        RgbImages now = new RgbImages(2, 1, 1, new byte[] {(byte) 255, 10, (byte) 200, 40, 50, 90});
        assertThat(GridChange.of(before, now))
                .isCloseTo(Math.sqrt((255.0 * 255 + 30 * 30) / 6) / 255, within(1e-12))
                .isEqualTo(GridChange.of(now, before));
        assertThat(GridChange.of(now, now)).isZero();
        assertThatThrownBy(() -> GridChange.of(before, now.image(0))).isInstanceOf(IllegalArgumentException.class);
    }
}
