package io.slimgan.report.page;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.base.WidthPalette;
import io.slimgan.config.Metric;
import io.slimgan.report.ImagePng;
import io.slimgan.report.mic.DistillationGap;
import io.slimgan.report.mic.LatentStrip;
import io.slimgan.report.mic.ReportCurve;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.mic.WidthCost;
import io.slimgan.report.page.Page.Cell;
import io.slimgan.report.page.Page.ChartBlock;
import io.slimgan.report.page.Page.LegendEntry;
import io.slimgan.report.page.Page.PictureRow;
import io.slimgan.report.page.Page.Pictures;
import io.slimgan.report.page.Page.Row;
import io.slimgan.report.page.Page.Table;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** One run's tables, pictures and charts. */
final class RunParts {

    private static final int WHOLE_BAR = 100;

    private final ReportedRun run;
    private final ChartShelf charts;
    private final int scale;

    RunParts(ReportedRun run, ChartShelf charts, int scale) {
        this.run = run;
        this.charts = charts;
        this.scale = scale;
    }

    /** IC beside the distillation gap, a line per pair of neighbours; bars tell how they go together. */
    Table neighbours() {
        double mostIc = largest(run.gaps().stream().map(DistillationGap::consistency));
        double mostGap = largest(run.gaps().stream().map(DistillationGap::distillation));
        List<Row> rows = run.gaps().stream()
                .map(g -> new Row(
                        g.student() + " → " + g.teacher(),
                        "",
                        false,
                        List.of(bar(g.consistency(), mostIc), bar(g.distillation(), mostGap))))
                .toList();
        return new Table(List.of("Neighbours", run.pairLabel(), "Distillation gap"), rows);
    }

    private static double largest(java.util.stream.Stream<OptionalDouble> values) {
        return values.flatMapToDouble(v -> v.isPresent() ? DoubleStream.of(v.getAsDouble()) : DoubleStream.empty())
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private static Cell bar(OptionalDouble value, double largest) {
        if (value.isEmpty()) {
            return Cell.of("–");
        }
        boolean drawn = largest > 0 && Double.isFinite(value.getAsDouble());
        int length = drawn ? (int) Math.round(WHOLE_BAR * Math.max(0, value.getAsDouble()) / largest) : -1;
        return new Cell(Figures.number(value.getAsDouble()), false, length);
    }

    /** Every metric and cost, a column per width. */
    Table quality() {
        List<String> head = new ArrayList<>(List.of(""));
        run.namedWidths().forEach(w -> head.add(w.toString()));
        head.add("mean");
        List<Row> rows = new ArrayList<>();
        metrics().forEach((name, values) -> rows.add(metricRow(name, values)));
        rows.add(costRow("Parameters", "active at the width", c -> Figures.count(c.parameters())));
        rows.add(costRow("MACs", "per image", c -> Figures.millions(c.macs())));
        rows.addAll(timeRows());
        return new Table(head, rows);
    }

    /** Nothing where drawing was not timed. */
    private List<Row> timeRows() {
        return run.costs().stream()
                .flatMap(c -> c.time().stream())
                .findFirst()
                .map(time -> List.of(
                        costRow(
                                "Milliseconds",
                                DrawingTimes.words(time.images(), time.threads()),
                                c -> c.time()
                                        .map(t -> Figures.number(t.millis()))
                                        .orElse("–")),
                        costRow(
                                "",
                                "the middle half of them",
                                c -> c.time()
                                        .map(t -> Figures.number(t.low()) + " – " + Figures.number(t.high()))
                                        .orElse("–"))))
                .orElse(List.of());
    }

    /** Values by their names; consistency has its own place. */
    private Map<String, List<MetricValue>> metrics() {
        Map<String, List<MetricValue>> byName = new LinkedHashMap<>();
        for (MetricValue value : run.values()) {
            if (value.metric() != Metric.IC && value.metric() != Metric.MIC) {
                byName.computeIfAbsent(value.name(), n -> new ArrayList<>()).add(value);
            }
        }
        return byName;
    }

    private Row metricRow(String name, List<MetricValue> values) {
        List<Cell> cells = new ArrayList<>();
        double sum = 0;
        int found = 0;
        for (Width width : run.widths()) {
            MetricValue value = values.stream()
                    .filter(v ->
                            v.width().filter(w -> w.index() == width.index()).isPresent())
                    .findFirst()
                    .orElse(null);
            cells.add(value == null ? Cell.of("–") : Cell.of(Figures.number(value.value(), value.std())));
            if (value != null) {
                sum += value.value();
                found++;
            }
        }
        boolean all = found == run.widths().size();
        cells.add(Cell.of(all ? Figures.number(sum / found) : "–"));
        return new Row(name, direction(values.get(0).metric()) + reference(values) + deviation(values), false, cells);
    }

    /** What a deviation behind the figures is taken over; empty where there is none. */
    private static String deviation(List<MetricValue> values) {
        Optional<MetricValue> spread =
                values.stream().filter(v -> v.std().isPresent()).findFirst();
        if (spread.isEmpty()) {
            return "";
        }
        if (spread.get().protocol().seeds() > 1) {
            return ", ± over seeds";
        }
        return switch (spread.get().metric()) {
            case IS -> ", ± over splits";
            case KID -> ", ± over subsets";
            default -> "";
        };
    }

    private static String direction(Metric metric) {
        return switch (metric.better()) {
            case LOWER -> "lower is better";
            case HIGHER -> "higher is better";
            case NEITHER -> "best near the real images'";
        };
    }

    /** What the real images have, where that was measured: a value of no width. */
    private static String reference(List<MetricValue> values) {
        return values.stream()
                .filter(v -> v.widths().isEmpty())
                .findFirst()
                .map(v -> ", " + Figures.number(v.value()))
                .orElse("");
    }

    private Row costRow(String label, String hint, Function<WidthCost, String> text) {
        List<Cell> cells = new ArrayList<>();
        for (Width width : run.widths()) {
            cells.add(Cell.of(run.costs().stream()
                    .filter(c -> c.width().index() == width.index())
                    .findFirst()
                    .map(text)
                    .orElse("–")));
        }
        cells.add(Cell.of(""));
        return new Row(label, hint, false, cells);
    }

    /** The latents whose widths agree most and least, a column per latent. */
    List<Pictures> strips() {
        List<Pictures> strips = new ArrayList<>();
        if (!run.most().isEmpty()) {
            strips.add(strips("Most consistent latents", run.most()));
        }
        if (!run.least().isEmpty()) {
            strips.add(strips("Least consistent latents", run.least()));
        }
        return strips;
    }

    private Pictures strips(String title, List<LatentStrip> latents) {
        List<PictureRow> rows = new ArrayList<>();
        for (Width width : run.widths()) {
            rows.add(new PictureRow(
                    width.toString(),
                    latents.stream().map(l -> source(l.images(), width.index())).toList()));
        }
        List<String> heads = latents.stream()
                .map(l -> run.pairLabel() + " " + Figures.number(l.consistency()))
                .toList();
        List<String> classes = latents.stream()
                .map(LatentStrip::className)
                .filter(name -> !name.isEmpty())
                .toList();
        String seeds = String.join(
                ", ", latents.stream().map(l -> Long.toString(l.seed())).toList());
        return new Pictures(title, (latents.size() == 1 ? "seed " : "seeds ") + seeds, heads, classes, rows);
    }

    Pictures samples() {
        List<PictureRow> rows = new ArrayList<>();
        List<RgbImages> grid = run.samples().rows();
        for (int i = 0; i < grid.size(); i++) {
            List<String> sources = new ArrayList<>();
            for (int column = 0; column < grid.get(i).count(); column++) {
                sources.add(source(grid.get(i), column));
            }
            rows.add(new PictureRow(run.namedWidths().get(i).toString(), sources));
        }
        List<String> heads = run.samples().seeds().stream().map(String::valueOf).toList();
        return new Pictures(
                "Samples",
                "The run's own fixed latents, by their seeds",
                heads,
                run.samples().classes(),
                rows);
    }

    private String source(RgbImages images, int index) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(ImagePng.encode(images, index, scale));
    }

    /** A chart per group of tags, in the order of the log. */
    List<ChartBlock> charts() {
        Map<String, List<ReportCurve>> groups = new LinkedHashMap<>();
        for (ReportCurve curve : run.curves()) {
            groups.computeIfAbsent(curve.group(), g -> new ArrayList<>()).add(curve);
        }
        List<ChartBlock> blocks = new ArrayList<>();
        groups.forEach((group, curves) -> {
            String name = charts.add(curves);
            List<LegendEntry> legend = new ArrayList<>();
            for (int i = 0; i < curves.size(); i++) {
                legend.add(new LegendEntry(seriesLabel(curves.get(i).series()), i, WidthPalette.css(i, false)));
            }
            String svg = CurveSvg.of(charts.get(name), name);
            blocks.add(new ChartBlock(name, CurveTitles.title(group), CurveTitles.hint(group), svg, legend));
        });
        return blocks;
    }

    private static String seriesLabel(String series) {
        return series.matches("[0-9.]+") ? series + "×" : series.replaceAll("^([0-9.]+)-([0-9.]+)$", "$1× → $2×");
    }
}
