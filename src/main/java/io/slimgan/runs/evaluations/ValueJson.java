package io.slimgan.runs.evaluations;

import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * A measured value as JSON: the same keys in the same order in a run's files and in what the command line prints, but for
 * what programs have read by other names from the first version on. For any thread.
 */
public final class ValueJson {

    private final String samples;
    private final String realSamples;
    private final boolean missingAsNull;

    private ValueJson(String samples, String realSamples, boolean missingAsNull) {
        this.samples = samples;
        this.realSamples = realSamples;
        this.missingAsNull = missingAsNull;
    }

    /** Of the files: a deviation that was not measured is left out. */
    static ValueJson ofFiles() {
        return new ValueJson("samples", "real_samples", false);
    }

    /** Of lines for other programs: short names, every line with a deviation, which is null where there is none. */
    public static ValueJson ofLines() {
        return new ValueJson("n", "n_real", true);
    }

    /**
     * Adds a value's keys.
     *
     * @param widths adds what the value belongs to, after its name
     * @param more adds what the layout tells besides, before the warning
     */
    public void write(MetricValue value, ObjectNode json, Consumer<ObjectNode> widths, Consumer<ObjectNode> more) {
        json.put("metric", value.metric().code());
        json.put("name", value.name());
        widths.accept(json);
        json.put("value", value.value());
        value.std().ifPresent(std -> json.put("std", std));
        if (missingAsNull && value.std().isEmpty()) {
            json.putNull("std");
        }
        protocol(value.protocol(), json);
        more.accept(json);
        value.warning().ifPresent(warning -> json.put("warning", warning));
    }

    private void protocol(MeasuringProtocol p, ObjectNode json) {
        json.put(samples, p.samples());
        json.put(realSamples, p.realSamples());
        json.put("features", p.features());
        json.put("features_hash", p.featuresHash());
        json.put("comparable", p.comparable());
        json.put("tap", p.tap());
        json.put("preprocessing", p.preprocessing().code());
        json.put("quantisation", p.quantisation().code());
        json.put("against", p.against());
        json.put("split", p.split());
        json.put("image_size", p.imageSize());
        json.put("seed", p.seed());
        json.put("seeds", p.seeds());
    }
}
