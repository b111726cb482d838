package io.slimgan.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.mic.SampleReports;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

/** The report on paper, read as text and looked at as pictures. */
class PdfReportTest {

    private static final int DPI = 144;
    private static final int SMALL_DPI = 40;
    private static final double POINTS_PER_INCH = 72;

    private static final String LONG = "a-very-long-name-of-a-run-that-somebody-typed-without-a-thought-for-tables-"
            + "and-then-some-more-of-it-0123456789";

    private static byte[] pdf(ReportedRun... runs) {
        return PdfReport.encode(SampleReports.of(runs));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysWhatTheRunIs() throws IOException {
        String text = text(pdf(SampleReports.run("cifar10-lambda20", 20)));

        assertThat(text)
                .contains("cifar10-lambda20", "mIC*-1k", "λ = 20", "0.25×", "→", "34.00 ± 0.40", "95 % bootstrap")
                .contains("fedcba98", "training.distillation_weight", "builtin (not comparable with papers)")
                .contains("Most consistent", "Least consistent", "Samples", "Generator loss")
                .doesNotContain("\ufffd");
    }

    @Test
    void equalReportsAreEqualFiles() {
        byte[] once = pdf(SampleReports.run("a", 20), SampleReports.run("b", 0));

        assertThat(pdf(SampleReports.run("a", 20), SampleReports.run("b", 0))).isEqualTo(once);
    }

    @Test
    void onlyTheDateTellsTwoReportsApart() throws IOException {
        MicReport report = SampleReports.of(SampleReports.run("a", 20));
        MicReport later = new MicReport(
                Instant.parse("2031-12-24T00:00:00Z"), report.version(), report.runs(), report.individual());
        List<String> a = text(PdfReport.encode(report)).lines().toList();
        List<String> b = text(PdfReport.encode(later)).lines().toList();

        assertThat(b).hasSameSizeAs(a);
        assertThat(IntStream.range(0, a.size())
                        .filter(i -> !a.get(i).equals(b.get(i)))
                        .mapToObj(a::get))
                .containsExactly("14 March 2026, 09:26 UTC");
    }

    @Test
    void nothingRunsOverTheEdgeOfAnA4Page() throws IOException {
        ReportedRun[] runs = IntStream.range(0, 4)
                .mapToObj(i -> SampleReports.run(LONG + i, i * 10))
                .toArray(ReportedRun[]::new);
        try (PDDocument document = Loader.loadPDF(pdf(runs))) {
            for (PDPage page : document.getPages()) {
                assertThat((double) page.getMediaBox().getWidth()).isBetween(594.0, 596.0);
                assertThat((double) page.getMediaBox().getHeight()).isBetween(841.0, 843.0);
            }
            for (TextPosition letter : letters(document)) {
                assertThat((double) letter.getXDirAdj() + letter.getWidthDirAdj())
                        .as("right edge of %s", letter)
                        .isLessThan(595 - 17 / 25.4 * POINTS_PER_INCH + 2);
            }
        }
    }

    @Test
    void aHostileNameIsOnlyAName() throws IOException {
        String text = text(pdf(SampleReports.run("</title><object data='file:///etc/passwd'/>&x;\u4f60", 20)));

        assertThat(text).contains("</title><object data='file:///etc/passwd'/>&x;");
    }

    @Test
    void aSingleWidthAndMissingMetricsAreFine() throws IOException {
        assertThat(text(pdf(SampleReports.run("individual", 0, "1", false))))
                .contains("not measured", "VoL-1k")
                .doesNotContain("Neighbouring");
    }

    @Test
    void theHeatMapHasItsColours() throws IOException {
        ReportedRun run = SampleReports.run("colours", 20);
        List<List<Double>> matrix = run.consistency().orElseThrow().matrix();
        double largest = matrix.get(0).get(3);
        try (PDDocument document = Loader.loadPDF(pdf(run))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
            for (int row = 0; row < 4; row++) {
                for (int column = row + 1; column < 4; column++) {
                    double value = matrix.get(row).get(column);
                    // Left of the figure, inside its cell: the first such figure from above is the heat map's upper
                    // half.
                    TextPosition figure = first(document, Figures.number(value));
                    int x = (int) Math.round((figure.getXDirAdj() - 5) * DPI / POINTS_PER_INCH);
                    int y = (int) Math.round((figure.getYDirAdj() - 2) * DPI / POINTS_PER_INCH);
                    assertNear(page.getRGB(x, y), HeatColour.of(value, largest), "cell " + row + ", " + column);
                }
            }
        }
    }

    @Test
    void theFirstPageLooksAsItDid() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf(SampleReports.run("with", 20), SampleReports.run("without", 0)))) {
            BufferedImage now = new PDFRenderer(document).renderImageWithDPI(0, SMALL_DPI, ImageType.RGB);
            Path found = Path.of("target", "mic-report-page-1.png");
            Files.createDirectories(found.getParent());
            ImageIO.write(now, "png", found.toFile());
            BufferedImage then = stored();

            assertThat(now.getWidth()).isEqualTo(then.getWidth());
            assertThat(now.getHeight()).isEqualTo(then.getHeight());
            assertThat(meanDifference(now, then))
                    .as("mean difference of levels; the page as it is now lies in %s", found)
                    .isLessThan(1.5);
        }
    }

    private static BufferedImage stored() throws IOException {
        try (InputStream in = PdfReportTest.class.getResourceAsStream("mic-report-page-1.png")) {
            assertThat(in).isNotNull();
            return ImageIO.read(in);
        }
    }

    private static double meanDifference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((a.getRGB(x, y) >> shift & 255) - (b.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / (3.0 * a.getWidth() * a.getHeight());
    }

    private static void assertNear(int found, int expected, String what) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat((double) (found >> shift & 255))
                    .as("%s: found %06x, expected %06x", what, found & 0xffffff, expected)
                    .isBetween((expected >> shift & 255) - 3.0, (expected >> shift & 255) + 3.0);
        }
    }

    /** The place of the first letter of a text where it first stands on the first page. */
    private static TextPosition first(PDDocument document, String text) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (TextPosition letter : letters(document)) {
            letters.add(letter);
            line.append(letter.getUnicode());
        }
        int at = line.indexOf(text);
        assertThat(at).as(text).isNotNegative();
        return letters.get(at);
    }

    private static List<TextPosition> letters(PDDocument document) throws IOException {
        List<TextPosition> letters = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                letters.add(text);
            }
        };
        stripper.getText(document);
        return letters;
    }
}
