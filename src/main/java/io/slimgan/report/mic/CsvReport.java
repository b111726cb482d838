package io.slimgan.report.mic;

import io.slimgan.base.ShortestDecimal;
import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as one table (RFC 4180, UTF-8): a line per number, everything that decided the number in its line. It holds no
 * date, so equal checkpoints give equal files; curves and settings are left to the JSON form. For any thread.
 */
public final class CsvReport {

    /** The table's columns. */
    private enum Column {
        RUN,
        STEP,
        WHAT,
        NAME,
        WIDTH,
        OTHER_WIDTH,
        LATENT_SEED,
        VALUE,
        STD,
        LOW_95,
        HIGH_95,
        N,
        N_REAL,
        FEATURES,
        FEATURES_SHA256,
        TAP,
        PREPROCESSING,
        QUANTISATION,
        AGAINST,
        SPLIT,
        SEED,
        SEEDS,
        WARNING
    }

    /** How a line begins: whose number it is, and of which checkpoint where it is of one. */
    private record Line(String name, String step) {}

    private final StringBuilder text = new StringBuilder();

    private CsvReport() {}

    /** The file's bytes. */
    public static byte[] encode(MicReport report) {
        CsvReport csv = new CsvReport();
        csv.line(Stream.of(Column.values()).map(c -> c.name().toLowerCase(Locale.ROOT)));
        report.runs().forEach(csv::run);
        report.individual().ifPresent(csv::individual);
        return csv.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of the individual runs together: their own lines say the rest. */
    private void individual(IndividualRow row) {
        Line line = new Line(IndividualRow.NAME, "");
        row.consistency()
                .ifPresent(c -> row.values().stream()
                        .filter(v -> v.metric() == Metric.MIC)
                        .findFirst()
                        .ifPresent(
                                mean -> consistency(line, c, row.consistencyName(), row.pairName(), mean.protocol())));
        row.values().forEach(value -> measured(line, value));
    }

    private void run(ReportedRun reported) {
        Line run = new Line(reported.name(), Long.toString(reported.step()));
        reported.consistency()
                .ifPresent(
                        c -> consistency(run, c, reported.consistencyName(), reported.pairName(), reported.protocol()));
        reported.values().forEach(value -> measured(run, value));
        costs(run, reported);
        for (DistillationGap gap : reported.gaps()) {
            gap.distillation()
                    .ifPresent(
                            d -> row(run, "distillation_raw", "distillation gap", d, of(gap.student(), gap.teacher())));
        }
        reported.most().forEach(s -> strip(run, "most_consistent", s, reported));
        reported.least().forEach(s -> strip(run, "least_consistent", s, reported));
    }

    private void costs(Line run, ReportedRun reported) {
        for (WidthCost cost : reported.costs()) {
            Consumer<Map<Column, String>> width =
                    of(reported.namedWidths().get(cost.width().index()));
            row(run, "parameters", "active parameters", Long.toString(cost.parameters()), width);
            row(run, "macs", "MACs per image", Long.toString(cost.macs()), width);
            cost.time().ifPresent(t -> {
                String name = "ms for " + t.images() + " images, threads: " + t.threads();
                row(run, "milliseconds", name, t.millis(), width);
                row(run, "milliseconds_low", "first quartile of the time", t.low(), width);
                row(run, "milliseconds_high", "third quartile of the time", t.high(), width);
            });
        }
    }

    private void consistency(
            Line run, Consistency consistency, String meanName, String pairName, MeasuringProtocol protocol) {
        row(run, "mic", meanName, consistency.mean(), cells -> {
            cells.put(Column.LOW_95, number(consistency.low()));
            cells.put(Column.HIGH_95, number(consistency.high()));
            protocol(cells, protocol);
        });
        List<Width> widths = consistency.widths();
        for (int a = 0; a < widths.size(); a++) {
            for (int b = a + 1; b < widths.size(); b++) {
                double value = consistency.matrix().get(a).get(b);
                row(
                        run,
                        "ic",
                        pairName,
                        value,
                        of(widths.get(a), widths.get(b)).andThen(cells -> protocol(cells, protocol)));
            }
        }
    }

    private void measured(Line run, MetricValue value) {
        if (value.widths().size() > 1) {
            return; // of pairs and of all widths: the consistency, which is told above
        }
        row(run, value.metric().code(), value.name(), value.value(), cells -> {
            value.width().ifPresent(w -> cells.put(Column.WIDTH, w.label()));
            value.std().ifPresent(s -> cells.put(Column.STD, number(s)));
            protocol(cells, value.protocol());
            cells.put(Column.WARNING, value.warning().orElse(""));
        });
    }

    private void strip(Line run, String what, LatentStrip strip, ReportedRun reported) {
        row(run, what, reported.pairLabel() + " of a latent", strip.consistency(), cells -> {
            cells.put(Column.LATENT_SEED, Long.toString(strip.seed()));
            protocol(cells, reported.protocol());
        });
    }

    private static Consumer<Map<Column, String>> of(Width width) {
        return cells -> cells.put(Column.WIDTH, width.label());
    }

    private static Consumer<Map<Column, String>> of(Width width, Width other) {
        return of(width).andThen(cells -> cells.put(Column.OTHER_WIDTH, other.label()));
    }

    private static void protocol(Map<Column, String> cells, MeasuringProtocol p) {
        cells.put(Column.N, Integer.toString(p.samples()));
        cells.put(Column.N_REAL, Integer.toString(p.realSamples()));
        cells.put(Column.FEATURES, p.features());
        cells.put(Column.FEATURES_SHA256, p.featuresHash());
        cells.put(Column.TAP, p.tap() == 0 ? "" : Integer.toString(p.tap()));
        cells.put(Column.PREPROCESSING, p.preprocessing().code());
        cells.put(Column.QUANTISATION, p.quantisation().code());
        cells.put(Column.AGAINST, p.against());
        cells.put(Column.SPLIT, p.split());
        cells.put(Column.SEED, Long.toString(p.seed()));
        cells.put(Column.SEEDS, Integer.toString(p.seeds()));
    }

    private void row(Line run, String what, String name, double value, Consumer<Map<Column, String>> rest) {
        row(run, what, name, number(value), rest);
    }

    private void row(Line run, String what, String name, String value, Consumer<Map<Column, String>> rest) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.RUN, run.name());
        cells.put(Column.STEP, run.step());
        cells.put(Column.WHAT, what);
        cells.put(Column.NAME, name);
        cells.put(Column.VALUE, value);
        rest.accept(cells);
        line(Stream.of(Column.values()).map(c -> cells.getOrDefault(c, "")));
    }

    private void line(Stream<String> cells) {
        text.append(cells.map(CsvReport::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /** Quoted where need be; a text that a spreadsheet would run as a formula gets an apostrophe before it. */
    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String safe = formula ? "'" + text : text;
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?(E[-+]?\\d+)?");
    }

    /** The shortest text that reads back as the same number; empty for what is not finite. */
    private static String number(double value) {
        return Double.isFinite(value) ? ShortestDecimal.of(value).toPlainString() : "";
    }
}
