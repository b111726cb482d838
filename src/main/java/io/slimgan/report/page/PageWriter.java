package io.slimgan.report.page;

import io.slimgan.base.Width;
import io.slimgan.report.mic.IndividualRow;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.page.Page.Card;
import io.slimgan.report.page.Page.Heat;
import io.slimgan.report.page.Page.HeatCell;
import io.slimgan.report.page.Page.HeatRow;
import io.slimgan.report.page.Page.Table;
import io.slimgan.runs.evaluations.Consistency;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a report's values as the page's texts. For one thread. */
final class PageWriter {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final int STEPS_OF_SCALE = 5;

    private final MicReport report;
    private final ChartShelf charts;
    private final int scale;
    private final double largest;

    /**
     * @param charts takes the page's charts
     * @param scale edge of the square that a pixel of an image becomes
     */
    PageWriter(MicReport report, ChartShelf charts, int scale) {
        this.report = report;
        this.charts = charts;
        this.scale = scale;
        // One scale for all runs, or equal colours would not mean equal consistency.
        this.largest = Stream.concat(
                        report.runs().stream().map(ReportedRun::consistency),
                        report.individual().stream().map(IndividualRow::consistency))
                .flatMap(Optional::stream)
                .flatMap(c -> c.matrix().stream().flatMap(List::stream))
                .mapToDouble(Double::doubleValue)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    Page page() {
        List<ReportedRun> runs = report.runs();
        boolean several = runs.size() > 1;
        List<Page.Run> parts = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            parts.add(run(i, several));
        }
        return new Page(
                "mIC report: " + runs.stream().map(ReportedRun::name).collect(Collectors.joining(", ")),
                DATE.format(report.date()),
                report.version(),
                IntStream.range(0, runs.size()).mapToObj(i -> card(i, several)).toList(),
                largest > 0 ? scaleTexts() : List.of(),
                pairLabel(),
                several ? new Comparison(report).table() : new Table(List.of(), List.of()),
                several ? new Comparison(report).caution() : "",
                report.individual().filter(row -> row.consistency().isPresent()).map(this::together).stream()
                        .toList(),
                parts,
                SettingsTables.settings(runs),
                SettingsTables.protocol(runs),
                Notes.of(report));
    }

    /** What the heat maps show; empty where there are none. */
    private String pairLabel() {
        return Stream.concat(
                        report.runs().stream()
                                .filter(r -> r.consistency().isPresent())
                                .map(ReportedRun::pairLabel),
                        report
                                .individual()
                                .filter(row -> row.consistency().isPresent())
                                .map(IndividualRow::pairLabel)
                                .stream())
                .findFirst()
                .orElse("");
    }

    private Page.Together together(IndividualRow row) {
        return new Page.Together(
                IndividualRow.NAME,
                Comparison.letters(row),
                row.pairLabel(),
                heat(row.consistency(), row.widths()),
                row.consistencyName(),
                row.consistency().map(c -> Figures.number(c.mean())).orElse(""),
                row.consistency().map(PageWriter::interval).orElse(""));
    }

    private Card card(int index, boolean several) {
        ReportedRun run = report.runs().get(index);
        return new Card(
                several ? letter(index) : "",
                run.name(),
                detail(run),
                run.consistencyName(),
                run.consistency().map(c -> Figures.number(c.mean())).orElse("–"),
                run.consistency().map(PageWriter::interval).orElse("not measured"),
                several ? heat(run) : new Heat(List.of(), List.of()));
    }

    private Page.Run run(int index, boolean several) {
        ReportedRun run = report.runs().get(index);
        RunParts parts = new RunParts(run, charts, scale);
        return new Page.Run(
                several ? letter(index) : "",
                run.name(),
                detail(run),
                run.remarks(),
                run.pairLabel(),
                run.consistencyName(),
                run.consistency().map(c -> Figures.number(c.mean())).orElse(""),
                run.consistency().map(PageWriter::interval).orElse(""),
                heat(run),
                parts.neighbours(),
                parts.quality(),
                parts.strips(),
                parts.samples(),
                parts.charts());
    }

    private static String detail(ReportedRun run) {
        String distillation = run.widths().size() == 1
                ? "one width"
                : run.settings().training().distillationWeight() == 0
                        ? "without distillation"
                        : run.settings().training().distillation().name().toLowerCase(Locale.ROOT)
                                + " distillation, λ = "
                                + Figures.plain(run.settings().training().distillationWeight());
        return "step " + Figures.count(run.step()) + " · " + distillation + " · "
                + run.settings().data().dataset().name().toLowerCase(Locale.ROOT);
    }

    private static String interval(Consistency consistency) {
        return Figures.number(consistency.low()) + " – " + Figures.number(consistency.high()) + " (95 % bootstrap)";
    }

    private Heat heat(ReportedRun run) {
        return heat(run.consistency(), run.widths().widths());
    }

    private Heat heat(Optional<Consistency> consistency, List<Width> widths) {
        if (consistency.isEmpty()) {
            return new Heat(List.of(), List.of());
        }
        List<HeatRow> rows = new ArrayList<>();
        for (Width a : widths) {
            List<HeatCell> cells = new ArrayList<>();
            for (Width b : widths) {
                double value = consistency.get().matrix().get(a.index()).get(b.index());
                int colour = HeatColour.of(value, largest);
                String text = a.index() == b.index() ? "0" : Figures.number(value);
                cells.add(new HeatCell(text, HeatColour.css(colour), HeatColour.css(HeatColour.ink(colour))));
            }
            rows.add(new HeatRow(a.toString(), cells));
        }
        return new Heat(widths.stream().map(Width::toString).toList(), rows);
    }

    /** Alternately a colour and what it stands for. */
    private List<String> scaleTexts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < STEPS_OF_SCALE; i++) {
            double value = largest * i / (STEPS_OF_SCALE - 1);
            texts.add(HeatColour.css(HeatColour.of(value, largest)));
            texts.add(Figures.number(value));
        }
        return texts;
    }

    static String letter(int index) {
        return String.valueOf((char) ('A' + index));
    }
}
