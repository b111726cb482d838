package io.slimgan.report.mic;

import io.slimgan.base.ShortestDecimal;
import io.slimgan.base.Width;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
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

    private final StringBuilder text = new StringBuilder();

    private CsvReport() {}

    /** The file's bytes. */
    public static byte[] encode(MicReport report) {
        CsvReport csv = new CsvReport();
        csv.line(Stream.of(Column.values()).map(c -> c.name().toLowerCase(Locale.ROOT)));
        report.runs().forEach(csv::run);
        return csv.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void run(ReportedRun run) {
        run.consistency().ifPresent(c -> consistency(run, c));
        for (MetricValue value : run.values()) {
            measured(run, value);
        }
        for (WidthCost cost : run.costs()) {
            row(run, "parameters", "active parameters", Long.toString(cost.parameters()), of(named(run, cost.width())));
            row(run, "macs", "MACs per image", Long.toString(cost.macs()), of(named(run, cost.width())));
            cost.time().ifPresent(t -> {
                String name = "ms for " + t.images() + " images, threads: " + t.threads();
                row(run, "milliseconds", name, t.millis(), of(named(run, cost.width())));
                row(run, "milliseconds_low", "first quartile of the time", t.low(), of(named(run, cost.width())));
                row(run, "milliseconds_high", "third quartile of the time", t.high(), of(named(run, cost.width())));
            });
        }
        for (DistillationGap gap : run.gaps()) {
            gap.distillation()
                    .ifPresent(
                            d -> row(run, "distillation_raw", "distillation gap", d, of(gap.student(), gap.teacher())));
        }
        run.most().forEach(s -> strip(run, "most_consistent", s));
        run.least().forEach(s -> strip(run, "least_consistent", s));
    }

    private void consistency(ReportedRun run, Consistency consistency) {
        row(run, "mic", run.consistencyName(), consistency.mean(), cells -> {
            cells.put(Column.LOW_95, number(consistency.low()));
            cells.put(Column.HIGH_95, number(consistency.high()));
            protocol(cells, run.protocol());
        });
        for (Width a : run.widths()) {
            for (Width b : run.widths()) {
                if (a.index() < b.index()) {
                    double value = consistency.matrix().get(a.index()).get(b.index());
                    row(run, "ic", run.pairName(), value, of(a, b).andThen(cells -> protocol(cells, run.protocol())));
                }
            }
        }
    }

    private void measured(ReportedRun run, MetricValue value) {
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

    private void strip(ReportedRun run, String what, LatentStrip strip) {
        row(run, what, run.pairLabel() + " of a latent", strip.consistency(), cells -> {
            cells.put(Column.LATENT_SEED, Long.toString(strip.seed()));
            protocol(cells, run.protocol());
        });
    }

    private static Width named(ReportedRun run, Width width) {
        return run.namedWidths().get(width.index());
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

    private void row(ReportedRun run, String what, String name, double value, Consumer<Map<Column, String>> rest) {
        row(run, what, name, number(value), rest);
    }

    private void row(ReportedRun run, String what, String name, String value, Consumer<Map<Column, String>> rest) {
        Map<Column, String> cells = new EnumMap<>(Column.class);
        cells.put(Column.RUN, run.name());
        cells.put(Column.STEP, Long.toString(run.step()));
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
