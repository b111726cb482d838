package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
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
        return new ChartSnapshot(spec, query, List.of(curves), false);
    }
}
