package io.slimgan.data.official;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The names of a dataset's classes: from the file beside the images, else the official ones. For any thread. */
public final class ClassNames {

    private ClassNames() {}

    /**
     * The official names in label order.
     *
     * @param set one of cifar10, cifar100-fine, cifar100-coarse, stl10 and mnist
     */
    public static List<String> official(String set) {
        InputStream found = Objects.requireNonNull(ClassNames.class.getResourceAsStream(set + ".txt"), set);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The names that stand in a file, one per line.
     *
     * @param file need not exist
     * @param official what is taken otherwise, and how many there must be
     * @param notes hears why a file that is there was not taken
     */
    public static List<String> in(Path file, List<String> official, List<String> notes) {
        if (!Files.isRegularFile(file)) {
            return official;
        }
        try {
            List<String> names = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (names.size() == official.size()) {
                return names;
            }
            notes.add(file.getFileName() + " holds " + names.size() + " names and not " + official.size()
                    + "; the official class names are used.");
        } catch (IOException e) {
            notes.add(file.getFileName() + " could not be read; the official class names are used.");
        }
        return official;
    }
}
