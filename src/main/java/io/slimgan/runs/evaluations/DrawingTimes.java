package io.slimgan.runs.evaluations;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How long a checkpoint's generator takes to draw, measured once: kept beside the run's evaluations, so that a second
 * report of the checkpoint says the same. What was measured in an older way is not read. Immutable, for any thread.
 *
 * @param images drawn at once
 * @param threads CPU threads
 * @param millis by width label
 */
public record DrawingTimes(int images, int threads, Map<String, Spread> millis) {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingTimes.class);
    /** 1 held medians of few drawings, those of the first widths before the machine was warm. */
    private static final int SCHEMA = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Of drawing all the images at once at one width, many times.
     *
     * @param median milliseconds
     * @param low the first quartile, milliseconds
     * @param high the third quartile, milliseconds
     */
    public record Spread(double median, double low, double high) {}

    public DrawingTimes {
        millis = Map.copyOf(millis);
    }

    /** What these figures are, as they are called wherever they are shown: "for 16 images, 1 thread; median …". */
    public String words() {
        return words(images, threads);
    }

    /** The same of so many images and threads. */
    public static String words(int images, int threads) {
        return "for " + images + " images, " + threads + (threads == 1 ? " thread" : " threads")
                + "; median of many drawings";
    }

    /** The same of an individual run's only width, by the narrow one that it stands for. */
    public DrawingTimes ofIndividual(double width) {
        Map<String, Spread> named = new HashMap<>();
        millis.values().forEach(only -> named.put(new Width(width, 0).label(), only));
        return new DrawingTimes(images, threads, named);
    }

    /** Of one width; empty where it was not measured. */
    public Optional<Spread> of(Width width) {
        return Optional.ofNullable(millis.get(width.label()));
    }

    /**
     * What was measured on a checkpoint; empty where nothing was, or the file cannot be understood.
     *
     * @param weights SHA-256 of the checkpoint's generator
     */
    public static Optional<DrawingTimes> read(Path runFolder, String weights) {
        Path file = file(runFolder, weights);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json.required("schema").intValue() != SCHEMA) {
                return Optional.empty();
            }
            Map<String, Spread> millis = new LinkedHashMap<>();
            json.required("milliseconds").properties().forEach(e -> millis.put(e.getKey(), spread(e.getValue())));
            return Optional.of(new DrawingTimes(
                    json.required("images").intValue(), json.required("threads").intValue(), millis));
        } catch (IOException | JacksonException e) {
            LOG.warn("{} is passed over: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    private static Spread spread(JsonNode json) {
        return new Spread(
                json.required("median").doubleValue(),
                json.required("low").doubleValue(),
                json.required("high").doubleValue());
    }

    /**
     * Keeps them.
     *
     * @throws UserError if the disk does not take them
     */
    public void write(Path runFolder, String weights) {
        ObjectNode json = JSON.createObjectNode();
        json.put("schema", SCHEMA);
        json.put("weights", weights);
        json.put("images", images);
        json.put("threads", threads);
        ObjectNode times = json.putObject("milliseconds");
        millis.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> times.putObject(e.getKey())
                        .put("median", e.getValue().median())
                        .put("low", e.getValue().low())
                        .put("high", e.getValue().high()));
        AtomicFiles.write(file(runFolder, weights), JSON.writeValueAsBytes(json));
    }

    private static Path file(Path runFolder, String weights) {
        return runFolder.resolve("evaluations").resolve("times").resolve(weights + ".json");
    }
}
