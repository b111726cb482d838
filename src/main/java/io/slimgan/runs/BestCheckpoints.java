package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which checkpoints of a run are the best so far, and by what: {@code best.json} in the run's folder. Any process may
 * read it; only who holds the run's lock may write. Immutable.
 *
 * @param overall the best for all widths together, such as by the mean of their Fréchet distances
 * @param byWidth the best for each width by its label, where the widths were measured
 */
public record BestCheckpoints(Optional<Best> overall, Map<String, Best> byWidth) {

    /** The file's name in the run's folder. */
    public static final String FILE = "best.json";

    private static final Logger LOG = LoggerFactory.getLogger(BestCheckpoints.class);
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * A checkpoint and what speaks for it.
     *
     * @param step the checkpoint's step
     * @param measure what was measured, such as {@code FID*-1k}; smaller is better
     * @param protocol everything else that decided the value; values of two protocols are never compared; empty for
     *     what is no measurement but a stand-in
     * @param value the measured value
     */
    public record Best(long step, String measure, String protocol, double value) {

        /** Whether it gives way to another: to a smaller value, or to a measurement that it cannot be compared with. */
        private boolean givesWayTo(Best other) {
            if (other.protocol.isEmpty() && !protocol.isEmpty()) {
                return false;
            }
            boolean comparable = other.measure.equals(measure) && other.protocol.equals(protocol);
            return !comparable || other.value < value;
        }
    }

    public BestCheckpoints {
        byWidth = Collections.unmodifiableMap(new TreeMap<>(byWidth));
    }

    /** Nothing is known to be good. */
    public static BestCheckpoints none() {
        return new BestCheckpoints(Optional.empty(), Map.of());
    }

    /** What the file says; {@link #none} without a file and, with a warning, where it cannot be understood. */
    public static BestCheckpoints read(Path runFolder) {
        Path file = runFolder.resolve(FILE);
        if (!Files.exists(file)) {
            return none();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            Map<String, Best> widths = new TreeMap<>();
            root.path("widths").properties().forEach(e -> widths.put(e.getKey(), best(e.getValue())));
            return new BestCheckpoints(root.has("step") ? Optional.of(best(root)) : Optional.empty(), widths);
        } catch (JacksonException unreadable) {
            LOG.warn("{} cannot be understood and is left aside: the best checkpoint is looked for anew.", file);
            return none();
        }
    }

    private static Best best(JsonNode node) {
        return new Best(
                node.required("step").asLong(),
                node.required("measure").asString(),
                node.path("protocol").asString(""),
                node.required("value").asDouble());
    }

    /** Writes or replaces the file. */
    public void write(Path runFolder) {
        ObjectNode root = JSON.createObjectNode();
        overall.ifPresent(best -> put(root, best));
        if (!byWidth.isEmpty()) {
            ObjectNode widths = root.putObject("widths");
            byWidth.forEach((width, best) -> put(widths.putObject(width), best));
        }
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        AtomicFiles.write(runFolder.resolve(FILE), (json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ObjectNode node, Best best) {
        node.put("step", best.step).put("measure", best.measure).put("value", best.value);
        if (!best.protocol.isEmpty()) {
            node.put("protocol", best.protocol);
        }
    }

    /** With another candidate for all widths together. */
    public BestCheckpoints with(Best candidate) {
        boolean better = overall.map(best -> best.givesWayTo(candidate)).orElse(true);
        return better ? new BestCheckpoints(Optional.of(candidate), byWidth) : this;
    }

    /** With another candidate for a width. */
    public BestCheckpoints with(String width, Best candidate) {
        Best before = byWidth.get(width);
        if (before != null && !before.givesWayTo(candidate)) {
            return this;
        }
        Map<String, Best> widths = new TreeMap<>(byWidth);
        widths.put(width, candidate);
        return new BestCheckpoints(overall, widths);
    }

    /** Only those of steps that still count. */
    public BestCheckpoints only(Predicate<Long> counts) {
        Map<String, Best> widths = new TreeMap<>(byWidth);
        widths.values().removeIf(best -> !counts.test(best.step));
        return new BestCheckpoints(overall.filter(best -> counts.test(best.step)), widths);
    }

    /** The steps of all of them. */
    public Set<Long> steps() {
        Set<Long> steps = byWidth.values().stream().map(Best::step).collect(Collectors.toCollection(HashSet::new));
        overall.ifPresent(best -> steps.add(best.step));
        return steps;
    }

    /** What a checkpoint is the best of, for people: "best 0.25× 1×", "best on average"; empty for any other. */
    public String mark(long step) {
        List<String> widths = new ArrayList<>();
        byWidth.forEach((width, best) -> {
            if (best.step == step) {
                widths.add(width + "×");
            }
        });
        boolean all = !byWidth.isEmpty() && widths.size() == byWidth.size();
        boolean first = overall.filter(best -> best.step == step).isPresent();
        if (all || first && byWidth.isEmpty()) {
            return "best";
        }
        if (!widths.isEmpty()) {
            return "best " + String.join(" ", widths);
        }
        return first ? "best on average" : "";
    }
}
