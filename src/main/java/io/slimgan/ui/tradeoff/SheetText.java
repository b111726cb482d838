package io.slimgan.ui.tradeoff;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.ui.common.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was measured as text for the clipboard and files. */
final class SheetText {

    private static final String NONE = "–";
    private static final List<String> HEAD = List.of(
            "subject",
            "step",
            "metric",
            "name",
            "widths",
            "value",
            "std",
            "n",
            "n_real",
            "features",
            "features_sha256",
            "tap",
            "preprocessing",
            "quantisation",
            "against",
            "split",
            "seed",
            "seeds",
            "warning");

    private SheetText() {}

    /** One line per value with everything that decided it (RFC 4180); numbers in full precision. */
    static String csv(Evaluation evaluation) {
        StringBuilder text = new StringBuilder(line(HEAD));
        for (MetricValue value : evaluation.values()) {
            text.append(line(cells(evaluation, value)));
        }
        return text.toString();
    }

    private static List<String> cells(Evaluation evaluation, MetricValue value) {
        MeasuringProtocol p = value.protocol();
        String step =
                evaluation.step().isPresent() ? Long.toString(evaluation.step().getAsLong()) : "";
        String widths = value.widths().stream().map(Width::label).collect(Collectors.joining(" "));
        String std = value.std().isPresent() ? Double.toString(value.std().getAsDouble()) : "";
        return List.of(
                evaluation.subject(),
                step,
                value.metric().code(),
                value.name(),
                widths,
                Double.toString(value.value()),
                std,
                Integer.toString(p.samples()),
                Integer.toString(p.realSamples()),
                p.features(),
                p.featuresHash(),
                Integer.toString(p.tap()),
                p.preprocessing().code(),
                p.quantisation().code(),
                p.against(),
                p.split(),
                Long.toString(p.seed()),
                Integer.toString(p.seeds()),
                value.warning().orElse(""));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(SheetText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean quote = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /** The table as it is shown, the best values bold, and below it the protocol of its first value. */
    static String markdown(Evaluation evaluation, ResultSheet sheet) {
        List<String> head = new ArrayList<>(List.of("Width", "Parameters", "MACs", "Milliseconds"));
        head.addAll(sheet.columns());
        StringBuilder text = new StringBuilder();
        text.append(row(head.stream().map(SheetText::escaped).toList()));
        text.append("|---|").append("---:|".repeat(head.size() - 1)).append('\n');
        for (ResultSheet.Row row : sheet.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.label());
            cells.add(row.costs().map(c -> Formats.compact(c.parameters())).orElse(NONE));
            cells.add(row.costs().map(c -> Formats.compact(c.macs())).orElse(NONE));
            cells.add(row.time().map(t -> Formats.figure(t.median())).orElse(NONE));
            row.cells().forEach(cell -> cells.add(cell.map(SheetText::shown).orElse(NONE)));
            text.append(row(cells));
        }
        text.append('\n').append(escaped(MeasuredText.title(evaluation))).append('\n');
        evaluation.values().stream()
                .filter(value -> value.metric() != Metric.IC)
                .findFirst()
                .ifPresent(value -> MeasuredText.protocol(value)
                        .lines()
                        .skip(1)
                        .forEach(line -> text.append("- ").append(escaped(line)).append('\n')));
        if (!sheet.timed().isEmpty()) {
            text.append("- milliseconds ").append(sheet.timed()).append('\n');
        }
        return text.toString();
    }

    private static String shown(ResultSheet.Cell cell) {
        String value = MeasuredText.value(cell.value());
        return cell.best() ? "**" + value + "**" : value;
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String escaped(String text) {
        return text.replace("*", "\\*").replace("|", "\\|");
    }
}
