package io.slimgan.report.mic;

import io.slimgan.base.Width;
import io.slimgan.config.SettingsTexts;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as JSON: every number in full precision, no pictures. A number that is not finite becomes null. For any
 * thread.
 */
public final class JsonReport {

    /** The layout of the file; grows when a field changes its meaning. */
    public static final int SCHEMA = 1;

    /** The fast writer prints the shortest text of a number on every Java; Double.toString changed with Java 19. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private JsonReport() {}

    /** The file's bytes, UTF-8; the date stands on a line of its own. */
    public static byte[] encode(MicReport report) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("kind", "slimgan-mic-report");
        json.put("date", report.date().toString());
        json.put("version", report.version());
        ArrayNode runs = json.putArray("runs");
        report.runs().forEach(run -> run(runs.addObject(), run));
        report.individual().ifPresent(row -> individual(json.putObject("individual"), row, report.runs()));
        return (JSON.writeValueAsString(json).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void individual(ObjectNode json, IndividualRow row, List<ReportedRun> runs) {
        ArrayNode members = json.putArray("runs");
        row.members().forEach(member -> members.add(runs.get(member).name()));
        ArrayNode widths = json.putArray("widths");
        row.widths().forEach(width -> widths.add(width.multiplier()));
        row.consistency().ifPresent(c -> consistency(json.putObject("consistency"), c, row.consistencyName()));
        ArrayNode values = json.putArray("values");
        row.values().forEach(v -> value(values.addObject(), v));
    }

    private static void run(ObjectNode json, ReportedRun run) {
        json.put("name", run.name());
        json.put("step", run.step());
        json.put("weights_sha256", run.weights());
        json.put("seed", run.settings().seed());
        ArrayNode widths = json.putArray("widths");
        run.namedWidths().forEach(width -> widths.add(width.multiplier()));
        ObjectNode settings = json.putObject("settings");
        SettingsTexts.of(run.settings()).forEach(settings::put);
        protocol(json.putObject("protocol"), run.protocol());
        run.consistency().ifPresent(c -> consistency(json.putObject("consistency"), c, run.consistencyName()));
        ArrayNode values = json.putArray("values");
        run.values().forEach(v -> value(values.addObject(), v));
        ArrayNode costs = json.putArray("costs");
        run.costs()
                .forEach(c -> cost(
                        costs.addObject(), c, run.namedWidths().get(c.width().index())));
        ArrayNode gaps = json.putArray("neighbours");
        run.gaps().forEach(g -> gap(gaps.addObject(), g));
        strips(json.putArray("most_consistent"), run.most());
        strips(json.putArray("least_consistent"), run.least());
        ArrayNode seeds = json.putArray("sample_seeds");
        run.samples().seeds().forEach(seeds::add);
        curves(json.putArray("curves"), run.curves());
        ArrayNode remarks = json.putArray("remarks");
        run.remarks().forEach(remarks::add);
    }

    private static void consistency(ObjectNode json, Consistency consistency, String name) {
        json.put("name", name);
        number(json, "mean", consistency.mean());
        number(json, "low_95", consistency.low());
        number(json, "high_95", consistency.high());
        ArrayNode matrix = json.putArray("matrix");
        for (List<Double> line : consistency.matrix()) {
            ArrayNode row = matrix.addArray();
            line.forEach(value -> number(row, value));
        }
    }

    private static void value(ObjectNode json, MetricValue value) {
        json.put("metric", value.metric().code());
        json.put("name", value.name());
        ArrayNode widths = json.putArray("widths");
        value.widths().forEach(w -> widths.add(w.multiplier()));
        number(json, "value", value.value());
        number(json, "std", value.std());
        protocol(json.putObject("protocol"), value.protocol());
        value.warning().ifPresent(w -> json.put("warning", w));
    }

    private static void protocol(ObjectNode json, MeasuringProtocol protocol) {
        json.put("n", protocol.samples());
        json.put("n_real", protocol.realSamples());
        json.put("features", protocol.features());
        json.put("features_sha256", protocol.featuresHash());
        json.put("comparable_with_papers", protocol.comparable());
        json.put("tap", protocol.tap());
        json.put("preprocessing", protocol.preprocessing().code());
        json.put("quantisation", protocol.quantisation().code());
        json.put("against", protocol.against());
        json.put("split", protocol.split());
        json.put("image_size", protocol.imageSize());
        json.put("seed", protocol.seed());
        json.put("seeds", protocol.seeds());
    }

    private static void cost(ObjectNode json, WidthCost cost, Width named) {
        json.put("width", named.multiplier());
        json.put("parameters", cost.parameters());
        json.put("macs", cost.macs());
        cost.time().ifPresent(t -> {
            ObjectNode time = json.putObject("drawing_time");
            number(time, "milliseconds", t.millis());
            number(time, "quartile_low", t.low());
            number(time, "quartile_high", t.high());
            time.put("images", t.images());
            time.put("threads", t.threads());
        });
    }

    private static void gap(ObjectNode json, DistillationGap gap) {
        json.put("student", gap.student().multiplier());
        json.put("teacher", gap.teacher().multiplier());
        number(json, "ic", gap.consistency());
        number(json, "distillation_raw", gap.distillation());
    }

    private static void strips(ArrayNode json, List<LatentStrip> strips) {
        for (LatentStrip strip : strips) {
            ObjectNode one = json.addObject();
            one.put("seed", strip.seed());
            if (!strip.className().isEmpty()) {
                one.put("class", strip.className());
            }
            number(one, "ic", strip.consistency());
        }
    }

    private static void curves(ArrayNode json, List<ReportCurve> curves) {
        for (ReportCurve curve : curves) {
            ObjectNode one = json.addObject();
            one.put("tag", curve.tag());
            ArrayNode steps = one.putArray("steps");
            ArrayNode values = one.putArray("values");
            for (ReportCurve.Point point : curve.points()) {
                number(steps, point.step());
                number(values, point.value());
            }
        }
    }

    private static void number(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(v -> number(json, name, v));
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    private static void number(ArrayNode json, double value) {
        if (Double.isFinite(value)) {
            json.add(value);
        } else {
            json.addNull();
        }
    }
}
