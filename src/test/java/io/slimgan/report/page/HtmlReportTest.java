package io.slimgan.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.report.mic.JsonReport;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.mic.SampleReports;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for browsers. */
class HtmlReportTest {

    private static final String HOSTILE = "</title><script>alert('x')</script>&amp;\"'${page}<#list> \u202e\u4f60";

    private static String html(ReportedRun... runs) {
        return new String(HtmlReport.encode(SampleReports.of(runs)), StandardCharsets.UTF_8);
    }

    @Test
    void needsNothingElse() {
        String html = html(SampleReports.run("alone", 20));
        List<String> sources = Pattern.compile("(?:src|href|data|action)=\"([^\"]{0,30})")
                .matcher(html)
                .results()
                .map(r -> r.group(1))
                .toList();

        assertThat(sources).isNotEmpty().allMatch(s -> s.startsWith("data:image/png;base64,") || s.startsWith("#"));
        assertThat(html).doesNotContain("<script", "<link", "@import", "<iframe", "<object");
        assertThat(Pattern.compile("url\\((?!#)").matcher(html).results().map(MatchResult::group))
                .as("style sheets load nothing")
                .isEmpty();
        assertThat(html).contains("prefers-color-scheme: dark");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void isWellFormedWithEveryNumberOfRuns(int count) throws Exception {
        ReportedRun[] runs = IntStream.range(0, count)
                .mapToObj(i -> SampleReports.run("run " + i, i))
                .toArray(ReportedRun[]::new);
        String html = html(runs);

        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        html.replace("<!DOCTYPE html>", "").strip().getBytes(StandardCharsets.UTF_8)));
        assertThat(html).contains("run " + (count - 1));
        assertThat(html.contains("Side by side")).isEqualTo(count > 1);
    }

    @Test
    void columnsAndStripsNameTheirClasses() {
        String html = html(SampleReports.conditional("pets", "guinea <pig>"));
        assertThat(html.split("<td class=\"head class\">guinea &lt;pig&gt;</td>", -1))
                .hasSize(1 + 10 + 6 + 6);
        assertThat(html(SampleReports.run("plain", 20))).doesNotContain("guinea");
        MicReport report = SampleReports.of(SampleReports.conditional("pets", "cat"));
        assertThat(new String(JsonReport.encode(report), StandardCharsets.UTF_8))
                .contains("\"class\"");
        assertThat(PdfReport.encode(report)).isNotEmpty();
    }

    @Test
    void namesAreTextWhateverTheyHold() {
        String html = html(SampleReports.run(HOSTILE, 20), SampleReports.run("second", 0));

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(&#39;x&#39;)");
        assertThat(html).contains("${page}");
    }

    @Test
    void onlyTheDateTellsTwoReportsApart() {
        MicReport report = SampleReports.of(SampleReports.run("a", 20), SampleReports.run("b", 0));
        MicReport later = new MicReport(
                Instant.parse("2031-12-24T00:00:00Z"), report.version(), report.runs(), report.individual());
        List<String> a = new String(HtmlReport.encode(report), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> b = new String(HtmlReport.encode(later), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(b).hasSameSizeAs(a);
        assertThat(IntStream.range(0, a.size())
                        .filter(i -> !a.get(i).equals(b.get(i)))
                        .mapToObj(a::get))
                .containsExactly("14 March 2026, 09:26 UTC");
        assertThat(HtmlReport.encode(report)).isEqualTo(HtmlReport.encode(report));
    }

    @Test
    void aSingleWidthHasNoConsistency() {
        String html = html(SampleReports.run("individual", 0, "1", true));

        assertThat(html).doesNotContain("class=\"heat\"", "Neighbouring widths", "Most consistent");
        assertThat(html).contains("FID*-1k", "not measured", "Parameters");
    }

    @Test
    void everyStarIsExplainedWhereItStands() {
        String html = html(SampleReports.run("a", 20), SampleReports.run("b", 0));
        String body = html.substring(html.indexOf("<body>"), html.indexOf("How to read this report"));

        assertThat(body).contains(">IC*</span> of each pair of widths").doesNotContain("Inception consistency", ">IC ");
        assertThat(Pattern.compile(">[^<>]*[A-Za-z]\\*[^<>]*<")
                        .matcher(body)
                        .results()
                        .map(r -> body.substring(Math.max(0, r.start() - 40), r.start())))
                .isNotEmpty()
                .allMatch(before -> before.endsWith("be compared with figures of papers.\""));
    }

    @Test
    void individualRunsHaveTheColumnOfTheirWidth() {
        String html = html(SampleReports.individual("half", 0.5), SampleReports.individual("whole", 1));
        String table = html.split("Side by side")[1].split("</table>")[0];

        assertThat(table).contains("<th>0.5×</th><th>1×</th>").contains("30.00", "20.00");
    }

    @Test
    void individualRunsCountTogetherAsOneRow() {
        MicReport report = SampleReports.together(
                SampleReports.run("slimmable", 20, "0.5,1", true),
                SampleReports.individual("whole", 1),
                SampleReports.individual("half", 0.5));
        String html = new String(HtmlReport.encode(report), StandardCharsets.UTF_8);
        String table = html.split("Side by side")[1].split("</table>")[0];
        String fid = table.substring(table.indexOf("FID*-1k"));
        String row = fid.substring(fid.indexOf("C, B · Individual")).split("</tr>")[0];
        String alone = fid.substring(fid.indexOf("B · whole")).split("</tr>")[0];

        assertThat(row).contains(">30.00<", ">20.00<", ">25.00<"); // 0.5, 1, and their mean
        assertThat(alone)
                .contains("20.00<", "<td>–</td></tr>".replace("</tr>", ""))
                .doesNotContain("25.00");
        assertThat(table.split("FID")[0]).contains("C, B · Individual").contains("12.60");
        assertThat(html).contains("runs C, B together", "Individual: the runs that train one width each");
        assertThat(html(SampleReports.individual("half", 0.5), SampleReports.individual("whole", 1)))
                .doesNotContain("Individual:");
    }

    @Test
    void meansOverDifferentWidthsAreNotMarkedAsBest() {
        MicReport wider = SampleReports.together(
                SampleReports.run("slimmable", 20, "0.25,0.5,1", true),
                SampleReports.individual("whole", 1),
                SampleReports.individual("half", 0.5));
        String html = new String(HtmlReport.encode(wider), StandardCharsets.UTF_8);
        String table = html.split("Side by side")[1].split("</table>")[0];

        assertThat(table).contains("<strong>").doesNotContainPattern("</strong></td></tr>");
        MicReport alike = SampleReports.together(
                SampleReports.run("slimmable", 20, "0.5,1", true),
                SampleReports.individual("whole", 1),
                SampleReports.individual("half", 0.5));
        assertThat(new String(HtmlReport.encode(alike), StandardCharsets.UTF_8)
                        .split("Side by side")[1]
                        .split("</table>")[0])
                .containsPattern("</strong></td></tr>");
    }

    @Test
    void curvesHaveTitlesForPeopleAndTheirTagOnce() {
        assertThat(CurveTitles.title("grid/diversity")).isEqualTo("Variety of the grid: difference");
        assertThat(CurveTitles.title("quality/FID*-300")).isEqualTo("FID*-300");
        assertThat(CurveTitles.hint("quality/FID*-300")).isEqualTo("quality/FID*-300");
        assertThat(CurveTitles.hint("unknown/tag")).isEmpty();
        assertThat(html(SampleReports.run("a", 20))).contains("± over splits", "± over subsets");
    }

    @Test
    void withoutRealImagesItSaysSoAndLeavesTheirMetricsOut() {
        String html = html(SampleReports.run("unheld", 20, "0.25,0.5,0.75,1", false));

        assertThat(html).contains("nothing was held against them", "VoL-1k", "measured against");
        assertThat(html).doesNotContain("FID*-1k", "KID*-1k");
    }

    @Test
    void runsShareOneScaleOfColours() {
        ReportedRun near = SampleReports.run("near", 20);
        ReportedRun far = SampleReports.run("far", 0);
        double largest = far.consistency().orElseThrow().matrix().get(0).get(3);
        double small = near.consistency().orElseThrow().matrix().get(2).get(3);
        String cell = "<td style=\"background-color: " + HeatColour.css(HeatColour.of(small, largest));

        assertThat(html(near, far)).contains(cell);
        assertThat(html(near)).doesNotContain(cell);
    }

    @Test
    void figuresAreNotMarkedAsBestWhereProtocolsDiffer() {
        ReportedRun unheld = SampleReports.run("unheld", 0, "0.25,0.5,0.75,1", false);

        assertThat(html(SampleReports.run("held", 20), unheld)).contains("figures cannot be compared");
        assertThat(Stream.of(html(SampleReports.run("held", 20), unheld).split("Side by side"))
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .split("</section>")[0])
                .doesNotContain("<strong>");
        assertThat(html(SampleReports.run("with", 20), SampleReports.run("without", 0)))
                .contains("<strong>");
    }
}
