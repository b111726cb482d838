package io.slimgan.runs.queue;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.config.SweepFile;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds settings files by file, folder or pattern. */
final class ConfigurationFiles {

    private static final String ENDING = ".*\\.ya?ml";
    private static final int DEEPEST = 12;

    private ConfigurationFiles() {}

    /** The name that a file gives to its runs: its own without the ending. */
    static String name(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName()).replaceAll("\\.ya?ml$", "");
    }

    /**
     * A file itself, or the settings files that lie directly in a folder by name; a folder's lists are passed over, for
     * they list what lies there too.
     */
    static List<Path> of(Path subject) {
        if (!Files.isDirectory(subject)) {
            return List.of(subject);
        }
        if (Files.isRegularFile(subject.resolve("run.yaml"))) {
            throw new UserError(subject + " is a run, no folder of configurations; go on with it by --resume alone.");
        }
        try (Stream<Path> files = Files.list(subject)) {
            List<Path> found = configurations(files);
            if (found.isEmpty()) {
                throw new UserError(subject + " holds no settings file (*.yaml); name a folder that does.");
            }
            return found;
        } catch (IOException e) {
            throw FileProblems.cannotRead(subject, e);
        }
    }

    /** What a line of a list file means: a file, a folder, or a pattern; relative to the list. */
    static List<Path> matching(Path list, String written) {
        Path folder = list.toAbsolutePath().normalize().getParent();
        Path base = folder == null ? list.toAbsolutePath() : folder;
        try {
            if (!written.matches(".*[*?\\[{].*")) {
                Path file = base.resolve(written).normalize();
                if (!Files.exists(file)) {
                    throw new UserError(file + " does not exist; name a settings file, a folder or a pattern.");
                }
                if (Files.isRegularFile(file) && SweepFile.isOne(file)) {
                    throw new UserError(file + " is a list itself; name settings files, folders or patterns.");
                }
                return of(file);
            }
            return search(base, written);
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new UserError("\"" + written + "\" is no path and no pattern: " + e.getMessage(), e);
        }
    }

    private static List<Path> search(Path base, String pattern) {
        String[] parts = pattern.split("/");
        Path start = pattern.startsWith("/") ? base.resolve("/") : base;
        int plain = 0;
        while (plain < parts.length - 1 && !parts[plain].matches(".*[*?\\[{].*")) {
            start = start.resolve(parts[plain++]);
        }
        start = start.normalize();
        Path from = start;
        String rest = String.join("/", List.of(parts).subList(plain, parts.length));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + rest);
        int depth = rest.contains("**") ? DEEPEST : parts.length - plain;
        if (!Files.isDirectory(from)) {
            throw new UserError(from + " is no folder to search for " + rest + ".");
        }
        try (Stream<Path> files = Files.walk(from, depth)) {
            List<Path> found = configurations(files.filter(file -> matcher.matches(from.relativize(file))));
            if (found.isEmpty()) {
                throw new UserError("no settings file matches " + pattern + " in " + base + ".");
            }
            return found;
        } catch (IOException e) {
            throw FileProblems.cannotRead(from, e);
        }
    }

    private static List<Path> configurations(Stream<Path> files) {
        return files.filter(file -> String.valueOf(file.getFileName()).matches(ENDING))
                .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                .filter(Files::isRegularFile)
                .filter(file -> !SweepFile.isOne(file))
                .sorted()
                .toList();
    }
}
