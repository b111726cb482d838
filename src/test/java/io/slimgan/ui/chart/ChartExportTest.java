package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ChartExportTest {

    @Test
    void a_table_has_a_row_per_step_and_a_column_per_curve() throws IOException {
        CurveData first = new CurveData();
        first.append(1, 0, 0.5);
        first.append(2, 1.5, Double.NaN);
        CurveData second = new CurveData();
        second.append(2, 1.5, 1e-17);
        second.append(3, 2, Double.POSITIVE_INFINITY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChartTable.write(
                List.of(snapshot(
                        new Curve("a/0.25", "0.25×", 0, false, 0, first), new Curve("a/1", "1×", 0, false, 1, second))),
                out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("step,time,a/0.25,a/1\n"
                        + "1,1970-01-01T00:00:00Z,0.5,\n"
                        + "2,1970-01-01T00:00:01.500Z,NaN,1.0E-17\n"
                        + "3,1970-01-01T00:00:02Z,,Infinity\n");
    }

    @Test
    void a_picture_has_the_size_asked_for_and_the_curve_in_its_colour() throws IOException {
        CurveData data = new CurveData();
        for (int i = 0; i < 500; i++) {
            data.append(i, i, i);
        }
        ChartSnapshot snapshot = snapshot(new Curve("a/0.25", "0.25×", 0, false, 0, data));
        BufferedImage image = read(ChartPicture.png(List.of(snapshot, snapshot, snapshot), 2, 400, 260, 2));
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(1040);
        int wanted = ChartTheme.of(false).line(snapshot.curves().get(0)).getRGB();
        long hits = 0;
        for (int x = 200; x < 700; x++) {
            for (int y = 100; y < 500; y++) {
                hits += image.getRGB(x, y) == wanted ? 1 : 0;
            }
        }
        assertThat(hits).isGreaterThan(200);
    }

    @Test
    void a_picture_shows_the_marks_that_lie_within_and_says_what_they_mean() throws IOException {
        CurveData data = new CurveData();
        for (int i = 0; i < 500; i++) {
            data.append(i, i, 1);
        }
        Curve curve = new Curve("a/0.25", "0.25×", 0, false, 0, data);
        BufferedImage plain = read(ChartPicture.png(List.of(marked(curve)), 1, 400, 260, 1));
        assertThat(reds(plain, 0, 260)).isZero();

        BufferedImage one = read(ChartPicture.png(List.of(marked(curve, 250)), 1, 400, 260, 1));
        assertThat(reds(one, 0, 200)).as("the flag in the plot").isBetween(40L, 200L);
        assertThat(reds(one, 230, 260)).as("the flag before its words").isBetween(40L, 200L);
        assertThat(darks(one)).as("words").isGreaterThan(darks(plain) + 100);

        BufferedImage outside = read(ChartPicture.png(List.of(marked(curve, 9_000)), 1, 400, 260, 1));
        assertThat(reds(outside, 0, 260)).as("a mark beyond the axis").isZero();

        BufferedImage many = read(ChartPicture.png(List.of(marked(curve, 50, 150, 250, 350, 450)), 1, 400, 260, 1));
        assertThat(reds(many, 0, 180)).isGreaterThan(4 * 40);
    }

    @Test
    void good_news_is_not_marked_as_a_warning() throws IOException {
        CurveData data = new CurveData();
        for (int i = 0; i < 500; i++) {
            data.append(i, i, 1);
        }
        ChartSnapshot plain = snapshot(new Curve("a/0.25", "0.25×", 0, false, 0, data));
        ChartSnapshot best = new ChartSnapshot(
                plain.spec(), plain.query(), plain.curves(), List.of(new ChartMark(250, 250, "Best.", true)), false);
        BufferedImage image = read(ChartPicture.png(List.of(best), 1, 400, 260, 1));
        int green = ChartTheme.of(false).mark(true).getRGB();
        assertThat(count(image, 0, 260, rgb -> rgb == green)).isBetween(80L, 400L);
        assertThat(reds(image, 0, 260)).isZero();
    }

    private static ChartSnapshot marked(Curve curve, long... steps) {
        ChartSnapshot plain = snapshot(curve);
        List<ChartMark> marks = Arrays.stream(steps)
                .mapToObj(step -> new ChartMark(step, step, "Width 0.25× drifts away. ".repeat(5)))
                .toList();
        return new ChartSnapshot(plain.spec(), plain.query(), plain.curves(), marks, false);
    }

    private static long reds(BufferedImage image, int top, int bottom) {
        int red = ChartTheme.of(false).mark(false).getRGB();
        return count(image, top, bottom, rgb -> rgb == red);
    }

    /** Pixels of letters at the lower edge. */
    private static long darks(BufferedImage image) {
        return count(image, 236, 260, rgb -> (rgb >> 16 & 255) < 120 && (rgb & 255) < 120);
    }

    private static long count(BufferedImage image, int top, int bottom, IntPredicate wanted) {
        return IntStream.range(0, image.getWidth() * (bottom - top))
                .filter(i -> wanted.test(image.getRGB(i % image.getWidth(), top + i / image.getWidth())))
                .count();
    }

    @Test
    void a_picture_of_an_empty_chart_says_so_too() throws IOException {
        BufferedImage image = read(ChartPicture.png(List.of(snapshot()), 1, 400, 260, 1));
        assertThat(image.getWidth()).isEqualTo(400);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)));
    }

    private static ChartSnapshot snapshot(Curve... curves) {
        ChartSpec spec = new ChartSpec("a", "A", List.of(new ChartSpec.Kind("all", "")), false);
        PlotFrame.Query query =
                new PlotFrame.Query(XAxis.STEP, 0, false, false, 0, false, Zoom.ALL, List.of(), "No points.");
        return new ChartSnapshot(spec, query, List.of(curves), List.of(), false);
    }
}
