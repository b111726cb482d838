package io.slimgan.session;

import io.slimgan.base.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which checkpoint of a run is the best so far, and by what: {@code best.json} in the run's folder.
 *
 * @param step the checkpoint's step
 * @param measure what is measured; smaller is better
 * @param value its value there
 */
record BestCheckpoint(long step, String measure, double value) {

    /** The file's name in the run's folder. */
    static final String FILE = "best.json";

    private static final Logger LOG = LoggerFactory.getLogger(BestCheckpoint.class);
    private static final JsonMapper JSON = new JsonMapper();

    /** What the file says; empty without a file and, with a warning, where it cannot be understood. */
    static Optional<BestCheckpoint> read(Path runFolder) {
        Path file = runFolder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            return Optional.of(new BestCheckpoint(
                    root.required("step").asLong(),
                    root.required("measure").asString(),
                    root.required("value").asDouble()));
        } catch (JacksonException unreadable) {
            LOG.warn("{} cannot be understood and is left aside: the best checkpoint is looked for anew.", file);
            return Optional.empty();
        }
    }

    /** Writes or replaces the file. */
    void write(Path runFolder) {
        String json = JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(JSON.createObjectNode()
                        .put("step", step)
                        .put("measure", measure)
                        .put("value", value));
        AtomicFiles.write(runFolder.resolve(FILE), (json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
