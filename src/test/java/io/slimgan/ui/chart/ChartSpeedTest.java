package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How much of the FX thread's time a frame of four curves of 100,000 points takes: processor time, since on a busy
 * machine the clock on the wall tells about the neighbours. The bounds are generous.
 */
@ExtendWith(ApplicationExtension.class)
class ChartSpeedTest {

    private static final int POINTS = 100_000;

    private final ChartOptions options = new ChartOptions();
    private final Random random = new Random(1);

    @SuppressWarnings("NullAway.Init")
    private ChartPane chart;

    @Start
    void start(Stage stage) {
        chart = new ChartPane(spec(), options, new PaintQueue());
        for (int width = 0; width < 4; width++) {
            CurveData data = new CurveData();
            chart.add(new Curve("loss/" + width, width + "×", 0, false, width, data));
            for (int i = 0; i < POINTS; i++) {
                append(data, width);
            }
        }
        stage.setScene(new Scene(chart, 640, 400));
        stage.show();
    }

    private void append(CurveData data, int width) {
        int i = data.size();
        data.append(i, i * 0.25, Math.exp(-i / 30_000.0) * (1 + width) + 0.2 * random.nextGaussian());
    }

    @Test
    void a_frame_with_new_points_is_short() {
        assertThat(newPoints()).isLessThan(10);
    }

    @Test
    void moving_the_smoothing_slider_stays_fluid() {
        double millis = median("another smoothing", () -> {
            options.smoothing().set(0.5 + 0.4 * random.nextDouble());
            return true;
        });
        assertThat(millis).isLessThan(40);
        assertThat(millis).as("as fluid as with new points").isLessThan(1.7 * newPoints());
    }

    private double newPoints() {
        return median("10 new points each", () -> {
            chart.curves().forEach(curve -> {
                for (int i = 0; i < 10; i++) {
                    append(curve.data(), curve.colour());
                }
            });
            return true;
        });
    }

    /** Milliseconds of the median of 60 frames, after some to warm up. */
    private double median(String what, Callable<Boolean> change) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] millis = new double[60];
        for (int frame = -90; frame < millis.length; frame++) {
            long nanos = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                long start = threads.getCurrentThreadCpuTime();
                change.call();
                chart.surface().paint();
                return threads.getCurrentThreadCpuTime() - start;
            });
            WaitForAsyncUtils.waitForFxEvents(1);
            millis[Math.max(0, frame)] = nanos / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "4 curves of %d points, %s: %.2f ms a frame on the FX thread (fastest %.2f)%n",
                POINTS,
                what,
                millis[millis.length / 2],
                millis[0]);
        return millis[millis.length / 2];
    }

    private static ChartSpec spec() {
        return new ChartSpec("loss", "Loss", List.of(new ChartSpec.Kind("loss", "")), false);
    }
}
