package io.slimgan.ui.main;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link WindowMemory} as {@code window.json} in the user's own folder. What cannot be read is forgotten with a line in
 * the log: no window stays closed because its last place is unknown. FX thread.
 */
final class WindowMemoryFile {

    private static final Logger LOG = LoggerFactory.getLogger(WindowMemoryFile.class);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private WindowMemory memory;

    /** Reads what is remembered below {@code folder}, which need not exist. */
    WindowMemoryFile(Path folder) {
        file = folder.resolve("window.json");
        memory = read();
    }

    WindowMemory memory() {
        return memory;
    }

    /** Shows the runs of this folder from now on. */
    void look(Path workspace) {
        remember(memory.withWorkspace(workspace.toAbsolutePath().normalize()));
    }

    /** Remembers this from now on; written at once, so that a crash loses nothing. */
    void remember(WindowMemory changed) {
        if (changed.equals(memory)) {
            return;
        }
        memory = changed;
        try {
            AtomicFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(toJson(changed)));
        } catch (UserError e) {
            LOG.warn("The window's memory is not kept: {}", e.sentence());
        }
    }

    private WindowMemory read() {
        if (!Files.exists(file)) {
            return WindowMemory.defaults();
        }
        try {
            return fromJson(JSON.readTree(file.toFile()));
        } catch (JacksonException | InvalidPathException e) {
            LOG.warn("{} is unreadable, so the window starts as if for the first time: {}", file, e.getMessage());
            return WindowMemory.defaults();
        }
    }

    private static ObjectNode toJson(WindowMemory memory) {
        ObjectNode json = JSON.createObjectNode()
                .put("dark", memory.dark())
                .put("workspace", memory.workspace().toString())
                .put("lastPage", memory.lastPage());
        memory.lastRun().ifPresent(run -> json.put("lastRun", run.toString()));
        memory.place()
                .ifPresent(place -> json.putObject("place")
                        .put("x", place.x())
                        .put("y", place.y())
                        .put("width", place.width())
                        .put("height", place.height())
                        .put("maximized", place.maximized()));
        return json;
    }

    private static WindowMemory fromJson(JsonNode json) {
        WindowMemory defaults = WindowMemory.defaults();
        return new WindowMemory(
                json.path("dark").asBoolean(defaults.dark()),
                place(json.path("place")),
                path(json.path("workspace")).orElse(defaults.workspace()),
                path(json.path("lastRun")),
                json.path("lastPage").asString(""));
    }

    private static Optional<WindowMemory.Place> place(JsonNode json) {
        double width = json.path("width").asDouble(0);
        double height = json.path("height").asDouble(0);
        if (!(width > 0 && height > 0)) {
            return Optional.empty();
        }
        boolean maximized = json.path("maximized").asBoolean(false);
        return Optional.of(new WindowMemory.Place(
                json.path("x").asDouble(0), json.path("y").asDouble(0), width, height, maximized));
    }

    private static Optional<Path> path(JsonNode json) {
        String text = json.asString("");
        return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    }
}
