package io.slimgan.runs.evaluations;

import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An evaluation as JSON. Written by hand rather than from the records, because the file is read by notebooks too and
 * outlives the records' names.
 */
final class EvaluationJson {

    /** The newest layout that this version reads, and the one that it writes. */
    static final int SCHEMA = 1;

    private EvaluationJson() {}

    static byte[] write(Evaluation evaluation) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("schema", SCHEMA);
        json.put("version", evaluation.version());
        json.put("measured", evaluation.measured().toString());
        json.put("subject", evaluation.subject());
        evaluation.step().ifPresent(step -> json.put("step", step));
        json.put("weights", evaluation.weights());
        json.put("against_content", evaluation.against());
        ArrayNode values = json.putArray("values");
        evaluation.values().forEach(value -> write(value, values.addObject()));
        evaluation.consistency().ifPresent(c -> write(c, json.putObject("consistency")));
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private static void write(MetricValue value, ObjectNode json) {
        ValueJson.ofFiles().write(value, json, to -> write(value.widths(), to.putArray("widths")), to -> {});
    }

    private static void write(List<Width> widths, ArrayNode json) {
        widths.forEach(
                width -> json.addObject().put("multiplier", width.multiplier()).put("index", width.index()));
    }

    private static void write(Consistency consistency, ObjectNode json) {
        write(consistency.widths(), json.putArray("widths"));
        ArrayNode matrix = json.putArray("matrix");
        consistency.matrix().forEach(row -> {
            ArrayNode cells = matrix.addArray();
            row.forEach(cell -> cells.add(cell.doubleValue()));
        });
        json.put("mean", consistency.mean());
        json.put("low", consistency.low());
        json.put("high", consistency.high());
        latents(consistency.most(), json.putArray("most"));
        latents(consistency.least(), json.putArray("least"));
    }

    private static void latents(List<Consistency.Latent> latents, ArrayNode json) {
        latents.forEach(
                latent -> json.addObject().put("seed", latent.columnSeed()).put("value", latent.value()));
    }

    /** @throws UserError if this is no evaluation, or one of a newer layout */
    static Evaluation read(byte[] bytes, Path file) {
        try {
            JsonNode json = JsonMapper.shared().readTree(bytes);
            int schema = json.required("schema").asInt();
            if (schema > SCHEMA) {
                throw new UserError(file + " was written by a newer version of this program (layout " + schema
                        + ", this one reads up to " + SCHEMA + ").");
            }
            return new Evaluation(
                    json.required("subject").asString(),
                    json.has("step") ? OptionalLong.of(json.required("step").asLong()) : OptionalLong.empty(),
                    json.required("weights").asString(),
                    json.required("against_content").asString(),
                    list(json.required("values"), EvaluationJson::value),
                    json.has("consistency") ? Optional.of(consistency(json.required("consistency"))) : Optional.empty(),
                    json.required("version").asString(),
                    Instant.parse(json.required("measured").asString()));
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new UserError(file + " is damaged: it is not an evaluation. Delete it and measure again.", e);
        }
    }

    private static MetricValue value(JsonNode json) {
        return new MetricValue(
                byCode(Metric.values(), Metric::code, json.required("metric")),
                json.required("name").asString(),
                list(json.required("widths"), EvaluationJson::width),
                json.required("value").asDouble(),
                json.has("std") ? OptionalDouble.of(json.required("std").asDouble()) : OptionalDouble.empty(),
                protocol(json),
                json.has("warning") ? Optional.of(json.required("warning").asString()) : Optional.empty());
    }

    private static MeasuringProtocol protocol(JsonNode json) {
        return new MeasuringProtocol(
                json.required("samples").asInt(),
                json.required("real_samples").asInt(),
                json.required("features").asString(),
                json.required("features_hash").asString(),
                json.required("comparable").asBoolean(),
                json.required("tap").asInt(),
                byCode(Preprocessing.values(), Preprocessing::code, json.required("preprocessing")),
                byCode(Quantisation.values(), Quantisation::code, json.required("quantisation")),
                json.required("against").asString(),
                json.required("split").asString(),
                json.required("image_size").asInt(),
                json.required("seed").asLong(),
                json.required("seeds").asInt());
    }

    private static Width width(JsonNode json) {
        return new Width(
                json.required("multiplier").asDouble(), json.required("index").asInt());
    }

    private static Consistency consistency(JsonNode json) {
        return new Consistency(
                list(json.required("widths"), EvaluationJson::width),
                list(json.required("matrix"), row -> list(row, JsonNode::asDouble)),
                json.required("mean").asDouble(),
                json.required("low").asDouble(),
                json.required("high").asDouble(),
                list(json.required("most"), EvaluationJson::latent),
                list(json.required("least"), EvaluationJson::latent));
    }

    private static Consistency.Latent latent(JsonNode json) {
        return new Consistency.Latent(
                json.required("seed").asLong(), json.required("value").asDouble());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        array.forEach(node -> items.add(item.apply(node)));
        return items;
    }

    private static <T> T byCode(T[] all, Function<T, String> code, JsonNode json) {
        for (T one : all) {
            if (code.apply(one).equals(json.asString())) {
                return one;
            }
        }
        throw new IllegalArgumentException("There is no " + json + ".");
    }
}
