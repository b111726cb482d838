package io.slimgan.report.mic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The forms of a report that programs read. */
class TextReportsTest {

    private static final MicReport REPORT =
            SampleReports.of(SampleReports.run("with", 20), SampleReports.run("without", 0));

    @Test
    void jsonHoldsEveryNumberInFullPrecision() {
        JsonNode run = JsonMapper.shared()
                .readTree(JsonReport.encode(REPORT))
                .required("runs")
                .get(0);
        ReportedRun expected = REPORT.runs().get(0);

        assertThat(run.required("consistency").required("matrix").get(1).get(3).doubleValue())
                .isEqualTo(expected.consistency().orElseThrow().matrix().get(1).get(3));
        assertThat(run.required("consistency").required("low_95").doubleValue())
                .isEqualTo(expected.consistency().orElseThrow().low());
        assertThat(run.required("values")).hasSameSizeAs(expected.values());
        assertThat(run.required("values")
                        .get(1)
                        .required("protocol")
                        .required("features_sha256")
                        .stringValue())
                .isEqualTo(expected.protocol().featuresHash());
        assertThat(run.required("costs")
                        .get(2)
                        .required("drawing_time")
                        .required("milliseconds")
                        .doubleValue())
                .isEqualTo(expected.costs().get(2).time().orElseThrow().millis());
        assertThat(run.required("settings")
                        .required("training.distillation_weight")
                        .stringValue())
                .isEqualTo("20");
    }

    @Test
    void jsonMakesNullOfWhatIsNotFinite() {
        JsonNode run = JsonMapper.shared()
                .readTree(JsonReport.encode(REPORT))
                .required("runs")
                .get(0);

        assertThat(run.required("curves").get(0).required("values").get(77).isNull())
                .isTrue();
    }

    @Test
    void onlyTheDateTellsTwoReportsApart() {
        MicReport later = new MicReport(
                Instant.parse("2031-12-24T00:00:00Z"), REPORT.version(), REPORT.runs(), REPORT.individual());
        List<String> a = new String(JsonReport.encode(REPORT), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> b = new String(JsonReport.encode(later), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                differing.add(a.get(i));
            }
        }

        assertThat(b).hasSameSizeAs(a);
        assertThat(differing).containsExactly("  \"date\" : \"2026-03-14T09:26:53Z\",");
        assertThat(CsvReport.encode(later)).isEqualTo(CsvReport.encode(REPORT));
    }

    @Test
    void csvHasALinePerNumberWithAllColumns() {
        List<String> lines = new String(CsvReport.encode(REPORT), StandardCharsets.UTF_8)
                .lines()
                .toList();
        int columns = lines.get(0).split(",", -1).length;

        assertThat(lines)
                .filteredOn(l -> !l.contains("\""))
                .allSatisfy(l -> assertThat(l.split(",", -1)).hasSize(columns));
        assertThat(lines).anyMatch(l -> l.startsWith("with,6000,ic,IC*-1k,0.25,1,,15.2,"));
        assertThat(lines).anyMatch(l -> l.startsWith("without,6000,fid,FID*-1k,0.5,,,30,0.4,"));
        assertThat(lines).noneMatch(l -> l.startsWith("without,6000,distillation_raw"));
        assertThat(lines).anyMatch(l -> l.startsWith("with,6000,least_consistent,IC* of a latent,,,30,46.5,"));
    }

    @Test
    void individualRunsStandTogetherInBothForms() {
        MicReport report =
                SampleReports.together(SampleReports.individual("whole", 1), SampleReports.individual("half", 0.5));
        JsonNode row = JsonMapper.shared().readTree(JsonReport.encode(report)).required("individual");
        List<String> lines = new String(CsvReport.encode(report), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(row.required("runs").toString()).isEqualTo("[\"half\",\"whole\"]");
        assertThat(row.required("widths").toString()).isEqualTo("[0.5,1.0]");
        assertThat(row.required("consistency").required("mean").doubleValue())
                .isEqualTo(report.individual()
                        .orElseThrow()
                        .consistency()
                        .orElseThrow()
                        .mean());
        assertThat(row.required("values")).hasSize(1 + 2);
        assertThat(lines).anyMatch(l -> l.startsWith("Individual,,mic,mIC*-1k,,,,12.6,"));
        assertThat(lines).anyMatch(l -> l.startsWith("Individual,,ic,IC*-1k,0.5,1,,12.6,"));
        assertThat(lines).anyMatch(l -> l.startsWith("Individual,,fid,FID*-1k,0.5,,,30,"));
        assertThat(JsonMapper.shared().readTree(JsonReport.encode(REPORT)).has("individual"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "a,b|`\"a,b\"`",
                "say \"so\"|`\"say \"\"so\"\"\"`",
                "=HYPERLINK(1)|'=HYPERLINK(1)",
                "@sum|'@sum",
                "-cmd|'-cmd",
                "-1.5E-7|-1.5E-7"
            })
    void csvCellsAreSafe(String text, String cell) {
        assertThat(CsvReport.cell(text)).isEqualTo(cell);
    }

    @Test
    void thinnedCurvesAreMeansOfNeighbours() {
        List<ReportCurve.Point> points = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            points.add(new ReportCurve.Point(i, 2 * i));
        }
        ReportCurve thin = new ReportCurve("loss/generator/0.25", points).thinned(10);

        assertThat(thin.points()).hasSize(10);
        assertThat(thin.points().get(0)).isEqualTo(new ReportCurve.Point(49.5, 99));
        assertThat(thin.group()).isEqualTo("loss/generator");
        assertThat(thin.series()).isEqualTo("0.25");
    }
}
