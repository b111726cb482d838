package io.slimgan.runs.queue;

import io.slimgan.base.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The queue's file. */
final class QueueJson {

    private static final int SCHEMA = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private QueueJson() {}

    /** What the file holds. */
    record Content(boolean paused, List<QueueEntry> entries) {

        static final Content EMPTY = new Content(false, List.of());

        Content {
            entries = List.copyOf(entries);
        }
    }

    static byte[] write(Content content) {
        ObjectNode root = JSON.createObjectNode();
        root.put("schema", SCHEMA).put("paused", content.paused());
        ArrayNode entries = root.putArray("entries");
        for (QueueEntry entry : content.entries()) {
            ObjectNode node = entries.addObject();
            node.put("name", entry.name())
                    .put("state", entry.state().name().toLowerCase(Locale.ROOT))
                    .put("configuration", entry.configuration())
                    .put("steps", entry.steps())
                    .put("note", entry.note());
            entry.began().ifPresent(time -> node.put("began", time.toString()));
            entry.ended().ifPresent(time -> node.put("ended", time.toString()));
        }
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        return (json + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws UserError if it is damaged, or a newer version of the program wrote it */
    static Content read(byte[] json, Path file) {
        try {
            JsonNode root = JSON.readTree(json);
            int schema = root.required("schema").asInt();
            if (schema > SCHEMA) {
                throw new UserError(file + " was written by a newer version of this program (schema " + schema
                        + ", this one reads up to " + SCHEMA + "). Use the newer version.");
            }
            List<QueueEntry> entries = new ArrayList<>();
            root.required("entries").forEach(node -> entries.add(entry(node)));
            return new Content(root.required("paused").asBoolean(), entries);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UserError(
                    file + " is damaged: it is no queue. Delete it and queue the runs again; the runs are not touched.",
                    e);
        }
    }

    private static QueueEntry entry(JsonNode node) {
        return new QueueEntry(
                node.required("name").asString(),
                QueueState.valueOf(node.required("state").asString().toUpperCase(Locale.ROOT)),
                node.required("configuration").asString(),
                node.required("steps").asLong(),
                node.required("note").asString(),
                time(node, "began"),
                time(node, "ended"));
    }

    private static Optional<Instant> time(JsonNode node, String key) {
        return node.has(key) ? Optional.of(Instant.parse(node.required(key).asString())) : Optional.empty();
    }
}
