package io.slimgan.runs.events;

import io.slimgan.base.HostName;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The event files of a run folder: {@code events.out.tfevents.<seconds>.<host>.<pid>}, in the order of their names. */
final class EventFiles {

    private static final String PREFIX = "events.out.tfevents.";
    private static final Pattern NAME = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{10})\\..*");

    private EventFiles() {}

    /** All of them, oldest first: ten digits of seconds sort as text. Empty if the folder is not there. */
    static List<Path> list(Path runFolder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(runFolder)) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(runFolder, PREFIX + "*")) {
            found.forEach(files::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        files.sort(Comparator.comparing(f -> f.getFileName().toString()));
        return files;
    }

    /**
     * A name that sorts after every file that is there, also when the clock went back or two files are begun within
     * one second: readers take the files in the order of their names.
     */
    static Path next(Path runFolder, long nowSeconds) throws IOException {
        long seconds = nowSeconds;
        for (Path file : list(runFolder)) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (name.matches()) {
                seconds = Math.max(seconds, Long.parseLong(name.group(1)) + 1);
            }
        }
        return runFolder.resolve(String.format(
                Locale.ROOT,
                "%s%010d.%s.%d",
                PREFIX,
                seconds,
                HostName.current(),
                ProcessHandle.current().pid()));
    }
}
