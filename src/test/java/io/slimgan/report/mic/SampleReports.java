package io.slimgan.report.mic;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.Defaults;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsTexts;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reports with made-up figures, the same at every call. */
public final class SampleReports {

    public static final Instant DATE = Instant.parse("2026-03-14T09:26:53Z");

    private static final int SIZE = 32;

    private SampleReports() {}

    public static MicReport of(ReportedRun... runs) {
        return new MicReport(DATE, "0.1.0", List.of(runs), Optional.empty());
    }

    /** Individual runs, with what was measured between them. */
    public static MicReport together(ReportedRun... runs) {
        List<Integer> members = IndividualRow.individuals(List.of(runs));
        List<Width> widths = new ArrayList<>();
        for (int member : members) {
            widths.add(new Width(runs[member].namedWidths().get(0).multiplier(), widths.size()));
        }
        Consistency consistency = consistency(
                WidthList.of(widths.stream().mapToDouble(Width::multiplier).toArray()), 0, List.of(), List.of());
        MetricValue mean = new MetricValue(
                Metric.MIC,
                "mIC*-1k",
                widths,
                consistency.mean(),
                OptionalDouble.empty(),
                protocol(true),
                Optional.empty());
        return new MicReport(
                DATE,
                "0.1.0",
                List.of(runs),
                Optional.of(IndividualRow.of(List.of(runs), members, List.of(mean), Optional.of(consistency))));
    }

    /** A whole run with four widths. */
    public static ReportedRun run(String name, double lambda) {
        return run(name, lambda, "0.25,0.5,0.75,1", true);
    }

    /** A run that trains one width only. */
    public static ReportedRun individual(String name, double width) {
        ReportedRun whole = run(name, 0, "1", true);
        Map<String, String> texts = new LinkedHashMap<>(SettingsTexts.of(whole.settings()));
        texts.put("model.individual_width", Double.toString(width));
        List<MetricValue> values = new ArrayList<>();
        values.add(value(Metric.FID, new Width(width, 0), 40 - 20 * width, OptionalDouble.empty(), true));
        return new ReportedRun(
                name,
                SettingsTexts.read(texts).settings().orElseThrow(),
                whole.step(),
                whole.weights(),
                whole.protocol(),
                values,
                whole.consistency(),
                whole.costs(),
                whole.gaps(),
                whole.most(),
                whole.least(),
                whole.samples(),
                whole.curves(),
                whole.remarks());
    }

    /** A run whose columns and strips are all of this class. */
    public static ReportedRun conditional(String name, String className) {
        ReportedRun plain = run(name, 20);
        SampleRows samples = plain.samples();
        return new ReportedRun(
                name,
                plain.settings(),
                plain.step(),
                plain.weights(),
                plain.protocol(),
                plain.values(),
                plain.consistency(),
                plain.costs(),
                plain.gaps(),
                of(className, plain.most()),
                of(className, plain.least()),
                new SampleRows(
                        samples.seeds(), Collections.nCopies(samples.seeds().size(), className), samples.rows()),
                plain.curves(),
                plain.remarks());
    }

    private static List<LatentStrip> of(String className, List<LatentStrip> strips) {
        return strips.stream()
                .map(strip -> new LatentStrip(strip.seed(), className, strip.consistency(), strip.images()))
                .toList();
    }

    /** @param real whether anything was measured against real images */
    public static ReportedRun run(String name, double lambda, String widths, boolean real) {
        RunSettings settings = settings(lambda, widths);
        WidthList list = settings.model().widthList();
        List<LatentStrip> most = new ArrayList<>();
        List<LatentStrip> least = new ArrayList<>();
        for (int i = 0; i < 6 && list.size() > 1; i++) {
            most.add(new LatentStrip(17 * i + 3, 1.5 + i * 0.1, images(list.size(), i)));
            least.add(new LatentStrip(29 * i + 1, 48.5 - i * 2, images(list.size(), 100 + i)));
        }
        Optional<Consistency> consistency =
                list.size() > 1 ? Optional.of(consistency(list, lambda, most, least)) : Optional.empty();
        return new ReportedRun(
                name,
                settings,
                6000,
                "0123456789abcdef".repeat(4),
                protocol(real),
                values(list, real, lambda),
                consistency,
                costs(list),
                gaps(list, consistency, lambda),
                most,
                least,
                samples(list),
                curves(list),
                real ? List.of() : List.of("The images of the run are not at hand, so nothing was held against them."));
    }

    private static RunSettings settings(double lambda, String widths) {
        Map<String, String> texts = new LinkedHashMap<>(SettingsTexts.of(Defaults.settings()));
        texts.put("training.distillation_weight", Double.toString(lambda));
        texts.put("model.widths", widths);
        texts.put("model.generator_channels", "64");
        return SettingsTexts.read(texts).settings().orElseThrow();
    }

    public static MeasuringProtocol protocol(boolean real) {
        return new MeasuringProtocol(
                1000,
                real ? 1000 : 0,
                "builtin",
                "fedcba9876543210".repeat(4),
                false,
                128,
                Preprocessing.TENSORFLOW,
                Quantisation.PLAIN,
                real ? "shapes" : "",
                real ? "test" : "",
                SIZE,
                7,
                1);
    }

    private static Consistency consistency(
            WidthList widths, double lambda, List<LatentStrip> most, List<LatentStrip> least) {
        List<List<Double>> matrix = new ArrayList<>();
        double sum = 0;
        for (Width a : widths) {
            List<Double> row = new ArrayList<>();
            for (Width b : widths) {
                double narrow = Math.min(a.multiplier(), b.multiplier());
                double gap = Math.abs(b.multiplier() - a.multiplier());
                double value = gap == 0 ? 0 : (lambda > 0 ? 4 : 9) * (gap + 0.2) / narrow;
                row.add(value);
                sum += value;
            }
            matrix.add(row);
        }
        double mean = sum / (widths.size() * (widths.size() - 1));
        return new Consistency(widths.widths(), matrix, mean, mean * 0.97, mean * 1.03, named(most), named(least));
    }

    private static List<Consistency.Latent> named(List<LatentStrip> strips) {
        return strips.stream()
                .map(s -> new Consistency.Latent(s.seed(), s.consistency()))
                .toList();
    }

    private static List<MetricValue> values(WidthList widths, boolean real, double lambda) {
        List<MetricValue> values = new ArrayList<>();
        if (widths.size() > 1) {
            values.add(new MetricValue(
                    Metric.MIC,
                    "mIC*-1k",
                    widths.widths(),
                    1,
                    OptionalDouble.empty(),
                    protocol(real),
                    Optional.empty()));
        }
        for (Width width : widths) {
            double m = width.multiplier();
            if (real) {
                values.add(value(Metric.FID, width, 40 - 20 * m - lambda / 20, OptionalDouble.of(0.4), real));
                values.add(value(Metric.KID, width, 0.0123 / m, OptionalDouble.of(0.0011), real));
            }
            values.add(value(Metric.IS, width, 3 + m, OptionalDouble.of(0.07), real));
            values.add(value(Metric.VOL, width, 1200 * m, OptionalDouble.empty(), real));
        }
        return values;
    }

    private static MetricValue value(Metric metric, Width width, double value, OptionalDouble std, boolean real) {
        Optional<String> warning = metric == Metric.FID
                ? Optional.of("FID was computed from fewer images than features have dimensions; it is too high.")
                : Optional.empty();
        return new MetricValue(
                metric, metric.named(false, 0, 1000), List.of(width), value, std, protocol(real), warning);
    }

    private static List<WidthCost> costs(WidthList widths) {
        List<WidthCost> costs = new ArrayList<>();
        for (Width width : widths) {
            long channels = width.channels(64);
            costs.add(new WidthCost(
                    width,
                    channels * channels * 931,
                    channels * channels * 25_264,
                    Optional.of(new WidthCost.DrawingTime(
                            0.6 + channels * 0.03, 0.59 + channels * 0.03, 0.63 + channels * 0.03, 16, 1))));
        }
        return costs;
    }

    private static List<DistillationGap> gaps(WidthList widths, Optional<Consistency> consistency, double lambda) {
        List<DistillationGap> gaps = new ArrayList<>();
        for (int i = 0; i + 1 < widths.size(); i++) {
            double ic = consistency.orElseThrow().matrix().get(i).get(i + 1);
            OptionalDouble gap = lambda > 0 ? OptionalDouble.of(ic / 300) : OptionalDouble.empty();
            gaps.add(new DistillationGap(widths.get(i), widths.get(i + 1), OptionalDouble.of(ic), gap));
        }
        return gaps;
    }

    private static SampleRows samples(WidthList widths) {
        List<RgbImages> rows = new ArrayList<>();
        for (Width width : widths) {
            rows.add(images(10, 50 + width.index()));
        }
        return new SampleRows(List.of(1L, 22L, 333L, 4444L, 55555L, 666666L, 7L, 88L, 999L, 123456L), rows);
    }

    /** Soft gradients, so that a picture of them is small and its colours survive scaling. */
    private static RgbImages images(int count, int seed) {
        byte[] pixels = new byte[count * SIZE * SIZE * 3];
        for (int n = 0; n < count; n++) {
            float[] tint = KeyedRandom.normal(3, seed, Purpose.BENCHMARK, n);
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    for (int c = 0; c < 3; c++) {
                        double wave = 0.5 + 0.25 * Math.tanh(tint[c]) + 0.2 * Math.sin(x * 0.2 + y * 0.1 + tint[0]);
                        pixels[((n * SIZE + y) * SIZE + x) * 3 + c] = (byte) Math.round(255 * wave);
                    }
                }
            }
        }
        return new RgbImages(count, SIZE, SIZE, pixels);
    }

    private static List<ReportCurve> curves(WidthList widths) {
        List<ReportCurve> curves = new ArrayList<>();
        for (String group : List.of("loss/discriminator", "loss/generator", "critic/real", "critic/fake")) {
            for (Width width : widths) {
                float[] noise = KeyedRandom.normal(200, 5, Purpose.BENCHMARK, width.index(), group.hashCode());
                List<ReportCurve.Point> points = new ArrayList<>();
                for (int i = 0; i < noise.length; i++) {
                    double value = 2 * Math.exp(-i / 60.0) + width.multiplier() + 0.05 * noise[i];
                    points.add(new ReportCurve.Point(i * 30, i == 77 ? Double.NaN : value));
                }
                curves.add(new ReportCurve(group + "/" + width.label(), points));
            }
        }
        return curves;
    }
}
