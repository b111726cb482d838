package io.slimgan.ui.scalars;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.ui.chart.ChartSpec;
import io.slimgan.ui.chart.ChartSpec.Kind;
import io.slimgan.ui.chart.Curve;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which charts a run has, and to which of them a scalar belongs, by its tag. Immutable. */
final class ChartCatalog {

    static final String QUALITY = "quality/";
    private static final String VARIETY = "variety";

    private static final List<Known> KNOWN = List.of(
            new Known(chart("discriminator-loss", "Discriminator loss", "loss"), List.of("loss/discriminator/")),
            new Known(chart("generator-loss", "Generator loss", "loss"), List.of("loss/generator/")),
            new Known(
                    new ChartSpec(
                            "critic",
                            "Critic",
                            List.of(
                                    new Kind("D(x)", "What the discriminator says of real images, on average"),
                                    new Kind("D(G(z))", "What the discriminator says of generated images, on average")),
                            false),
                    List.of("critic/real/", "critic/fake/")),
            new Known(
                    new ChartSpec(
                            "distillation",
                            "Distillation",
                            List.of(
                                    new Kind("weighted", "As it enters the loss: λ times the squared difference"),
                                    new Kind(
                                            "raw", "The mean squared difference of a width's images to its teacher's")),
                            false),
                    List.of("distillation/weighted/", "distillation/raw/")),
            new Known(
                    new ChartSpec(
                            VARIETY,
                            "Variety of the grid",
                            List.of(
                                    new Kind(
                                            "difference",
                                            "How much the images of the run's fixed grid differ from each other: 0 where"
                                                    + " all are the same, about 0.35 for photographs of CIFAR-10. A width"
                                                    + " whose curve falls towards 0 has collapsed."),
                                    new Kind(
                                            "change",
                                            "How far the images of the same latents have moved since the grid before: 0"
                                                    + " where nothing moved.")),
                            false,
                            false),
                    List.of("grid/diversity/", "grid/change/")),
            new Known(
                    new ChartSpec(
                            "speed",
                            "Speed",
                            List.of(
                                    new Kind("s / step", "Seconds that a training step takes"),
                                    new Kind("images / s", "Real images that training sees in a second")),
                            true),
                    List.of("time/step_seconds", "time/images_per_second")),
            new Known(chart("memory", "Memory (MiB)", "resident"), List.of("memory/resident_mib")));

    private final RunSettings settings;

    ChartCatalog(RunSettings settings) {
        this.settings = settings;
    }

    private record Known(ChartSpec spec, List<String> prefixes) {}

    /**
     * Where a scalar goes.
     *
     * @param chart the chart
     * @param kind the kind of curve in it
     * @param name the curve's name
     * @param colour its colour, see {@link Curve#colour}
     */
    record Place(ChartSpec chart, int kind, String name, int colour) {

        /** Whether the curve's line is dashed: kinds that share an axis are told apart by it. */
        boolean dashed() {
            return kind > 0 && !chart.oneKindAtATime();
        }
    }

    /** The charts that every run has, in their order. */
    static List<ChartSpec> charts() {
        return KNOWN.stream().map(Known::spec).toList();
    }

    /** Where the scalar of this tag goes; one that is not known gets a chart by the part before its width. */
    Place place(String tag) {
        for (Known known : KNOWN) {
            for (int kind = 0; kind < known.prefixes().size(); kind++) {
                String prefix = known.prefixes().get(kind);
                if (tag.startsWith(prefix)) {
                    return place(known.spec(), kind, tag.substring(prefix.length()));
                }
            }
        }
        if (tag.startsWith(QUALITY)) {
            return quality(tag.substring(QUALITY.length()));
        }
        int slash = tag.lastIndexOf('/');
        boolean byWidth = slash > 0 && width(tag.substring(slash + 1)).isPresent();
        String title = byWidth ? tag.substring(0, slash) : tag;
        return place(chart(id(title), title, "value"), 0, byWidth ? tag.substring(slash + 1) : "");
    }

    private Place quality(String rest) {
        int slash = rest.indexOf('/');
        String name = slash < 0 ? rest : rest.substring(0, slash);
        String key = slash < 0 ? "" : rest.substring(slash + 1);
        Place place = place(QualityCharts.chart(name), 0, key);
        boolean pair = key.indexOf('-') > 0;
        return pair ? new Place(place.chart(), 0, key.replace("-", "× and ") + "×", place.colour()) : place;
    }

    /** Where a chart stands among the others: the quality beside the losses, what is not known at the end. */
    static double rank(ChartSpec chart) {
        for (int i = 0; i < KNOWN.size(); i++) {
            if (KNOWN.get(i).spec().equals(chart)) {
                return i;
            }
        }
        return QualityCharts.rank(chart).map(share -> 1 + share).orElse((double) KNOWN.size());
    }

    /** Whether a mark of this kind belongs on a chart. */
    static boolean marks(WatchKind kind, ChartSpec chart) {
        return switch (kind) {
            case DIVERGENCE ->
                chart.id().equals("discriminator-loss") || chart.id().equals("generator-loss");
            case SATURATION ->
                chart.id().equals("discriminator-loss") || chart.id().equals("critic");
            case COLLAPSE -> chart.id().equals(VARIETY);
            case LOST_RECALL -> QualityCharts.isOf(chart, Metric.RECALL);
            case DRIFT -> chart.id().equals("distillation");
            case LOST_QUALITY -> QualityCharts.isOf(chart, Metric.FID);
        };
    }

    /** Why a chart has no points, for who looks at an empty one of a run whose curves go up to {@code lastStep}. */
    String emptyReason(ChartSpec chart, boolean stillReading, long lastStep) {
        if (stillReading) {
            return "Reading the log…";
        }
        if (chart.id().equals("distillation") && settings.model().widths().size() == 1) {
            return "No distillation: this run trains one width.";
        }
        if (chart.id().equals("distillation") && settings.training().distillationWeight() == 0) {
            return "No distillation: its weight λ is 0 in this run.";
        }
        if (chart.id().equals(VARIETY) && lastStep > settings.logging().samplesEverySteps()) {
            return "None: this run was written before the variety of its grids was logged, or without it.";
        }
        if (chart.id().equals(VARIETY)) {
            return "No points yet: one comes with every sample grid.";
        }
        int every = settings.logging().scalarsEverySteps();
        return every == 1
                ? "No points yet: the first comes with the first step."
                : "No points yet: one comes every " + every + " steps.";
    }

    private Place place(ChartSpec chart, int kind, String key) {
        String suffix =
                chart.kinds().size() > 1 ? "  " + chart.kinds().get(kind).label() : "";
        if (key.isEmpty()) {
            String name = chart.kinds().size() > 1 ? chart.kinds().get(kind).label() : chart.title();
            return new Place(chart, kind, name, Curve.NEUTRAL);
        }
        int dash = key.indexOf('-');
        String student = dash > 0 ? key.substring(0, dash) : key;
        int colour = width(student).map(Width::index).orElse(Curve.NEUTRAL);
        String called = width(key).map(Width::toString).orElse(key + "×");
        String name = dash > 0 ? student + "× from " + key.substring(dash + 1) + "×" : called;
        return new Place(chart, kind, name + suffix, colour);
    }

    /** An individual run's log calls its one width 1 while it trains and by its name where it is measured. */
    private Optional<Width> width(String label) {
        List<Width> named = settings.model().namedWidths();
        return named.stream()
                .filter(width -> width.label().equals(label) || named.size() == 1 && label.equals("1"))
                .findFirst();
    }

    private static ChartSpec chart(String id, String title, String kind) {
        return new ChartSpec(id, title, List.of(new Kind(kind, "")), false);
    }

    private static String id(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
