package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.ClassNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the classes of a class-conditional run are called: {@code classes.json} in its folder. It is kept there, because
 * the run is looked at where its images are not.
 */
final class ClassNamesFile {

    private static final String FILE = "classes.json";
    private static final String CLASSES = "classes";
    private static final Logger LOG = LoggerFactory.getLogger(ClassNamesFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private ClassNamesFile() {}

    /**
     * What the file says. Without one, and, with a warning, where it cannot be understood or is of other classes, the
     * classes have no names: that must not keep anybody from drawing them.
     *
     * @param count how many classes the run has
     */
    static ClassNames read(Path runFolder, int count) {
        Path file = runFolder.resolve(FILE);
        ClassNames unnamed = new ClassNames(count, List.of());
        if (count == 0 || !Files.exists(file)) {
            return unnamed;
        }
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode name : JSON.readTree(file.toFile()).required(CLASSES)) {
                names.add(name.stringValue());
            }
            if (names.size() == count) {
                return new ClassNames(count, names);
            }
            LOG.warn("{} names {} classes, but the run has {}; they are called by number.", file, names.size(), count);
        } catch (JacksonException unreadable) {
            LOG.warn("{} cannot be understood; the classes are called by number.", file, unreadable);
        }
        return unnamed;
    }

    /** Writes or replaces the file. */
    static void write(Path runFolder, List<String> names) {
        ObjectNode root = JSON.createObjectNode();
        names.forEach(root.putArray(CLASSES)::add);
        String json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        AtomicFiles.write(runFolder.resolve(FILE), (json + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
