package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.session.EngineRooms;
import io.slimgan.session.ReportRequest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTableTest {

    private static MetricValue value(Metric metric, int samples, int seeds, OptionalDouble std) {
        MeasuringProtocol protocol = new MeasuringProtocol(
                samples,
                500,
                "net",
                "",
                true,
                0,
                Preprocessing.TENSORFLOW,
                Quantisation.PLAIN,
                "some",
                "all",
                0,
                0,
                seeds);
        return new MetricValue(metric, metric.label(), List.of(), 2, std, protocol, Optional.empty());
    }

    private static String table(MetricValue... values) {
        return EvaluationTable.of(List.of(new Evaluation(
                "stats-of-mine.npz",
                OptionalLong.empty(),
                "",
                "",
                List.of(values),
                Optional.empty(),
                "1",
                Instant.EPOCH)));
    }

    @Test
    void statisticsAreLabelledByTheirFileAndRealImagesAreReal() {
        assertThat(table(value(Metric.FID, 0, 1, OptionalDouble.empty())))
                .containsPattern("\nstats-of-mine\\.npz +2\\.000")
                .doesNotContain("real ");
        assertThat(table(value(Metric.VOL, 0, 1, OptionalDouble.empty()))).containsPattern("\nreal +2\\.000");
    }

    @Test
    void theTableSaysWhatTheDeviationsAreOver() {
        OptionalDouble std = OptionalDouble.of(1);
        assertThat(table(value(Metric.KID, 5, 1, std), value(Metric.IS, 5, 1, std)))
                .contains(
                        "KID's ± is the standard deviation over subsets",
                        "IS's ± is the standard deviation over splits");
        assertThat(table(value(Metric.KID, 5, 3, std)))
                .contains("± is the standard deviation over 3 seeds.")
                .doesNotContain("subsets");
        assertThat(table(value(Metric.KID, 5, 1, OptionalDouble.empty()))).doesNotContain("±");
    }

    @Test
    void aFolderAloneIsToldWhatItNeedsForMore(@TempDir Path folder) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        for (int i = 0; i < 12; i++) {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            image.setRGB(i % 8, 3, 0xFFFFFF);
            ImageIO.write(image, "png", pictures.resolve(i + ".png").toFile());
        }
        String[] call = {"evaluate", pictures.toString(), "--workspace", folder.toString()};
        String note = "FID, KID, precision and recall of a folder need real images: name them by --against.";
        assertThat(CommandLineRun.of(EngineRooms.create(), call).out()).contains("VoL", note);
        String[] named = {"evaluate", pictures.toString(), "--workspace", folder.toString(), "--metrics", "vol"};
        assertThat(CommandLineRun.of(EngineRooms.create(), named).out())
                .contains("VoL")
                .doesNotContain(note);
    }

    @Test
    void helpNamesTheMetricsThatAReportTakes() {
        String help = CommandLineRun.of(EngineRooms.create(), "report", "--help")
                .out()
                .replaceAll("\\s+", " ");
        assertThat(ReportRequest.METRICS)
                .containsExactlyInAnyOrder(Metric.FID, Metric.KID, Metric.IS, Metric.VOL, Metric.MIC);
        assertThat(help).contains("for a report fid, kid, is, vol and mic;");
    }
}
