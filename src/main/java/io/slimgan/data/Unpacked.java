package io.slimgan.data;

import io.slimgan.base.UserError;
import io.slimgan.config.DataLocation;
import io.slimgan.config.DataSettings;
import io.slimgan.config.OfficialFiles;
import io.slimgan.data.archives.TarArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a dataset's files. An archive is unpacked once, beside itself, into the folder that it brings: reading
 * the binary sets out of their archives would inflate gigabytes from the start at every opening.
 */
final class Unpacked {

    private static final Logger LOG = LoggerFactory.getLogger(Unpacked.class);

    private static final String ASIDE = ".unpacking-";

    /** Whoever still unpacks has written something in this time. */
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private Unpacked() {}

    /**
     * @throws UserError if there are no such files, or the archive is damaged or cannot be unpacked
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    static Path folder(DataLocation place, DataSettings settings, ProgressListener progress) {
        if (!place.archive()) {
            return place.path();
        }
        OfficialFiles official = OfficialFiles.of(settings);
        Path archive = place.path().toAbsolutePath();
        Path folder = archive.resolveSibling(official.folders().get(0));
        if (!holds(folder, official)) {
            unpack(archive, folder, official, progress);
        }
        return folder;
    }

    private static boolean holds(Path folder, OfficialFiles official) {
        return official.training().stream().allMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }

    private static void unpack(Path archive, Path folder, OfficialFiles official, ProgressListener progress) {
        Path aside = null;
        try {
            long bytes = Files.size(archive);
            deleteLeftOvers(folder.resolveSibling(""));
            // Aside first: a folder of the official name is complete, and two processes do not disturb each other.
            aside = Files.createTempDirectory(folder.resolveSibling(""), ASIDE);
            String what = "Unpacking " + archive.getFileName();
            TarArchive.unpack(archive, aside, done -> progress.progress(what, done, bytes));
            Path found = List.of(aside.resolve(String.valueOf(folder.getFileName())), aside).stream()
                    .filter(candidate -> holds(candidate, official))
                    .findFirst()
                    .orElseThrow(
                            () -> new UserError(archive + " does not hold " + String.join(", ", official.training())
                                    + ", so it is not the archive of " + official.title() + "; data.path must name "
                                    + official.words() + "."));
            move(found, folder, official);
            LOG.info("Unpacked {} into {}", archive, folder);
        } catch (IOException e) {
            throw new UserError(
                    archive + " cannot be unpacked into " + folder + ": " + Failures.reason(e)
                            + ". Make room there, or unpack it elsewhere and name that folder as data.path.",
                    e);
        } finally {
            if (aside != null) {
                delete(aside);
            }
        }
    }

    private static void move(Path found, Path folder, OfficialFiles official) throws IOException {
        try {
            Files.move(found, folder);
        } catch (IOException e) {
            // Another process may have been first, or the folder may be there without these files.
            if (!holds(folder, official)) {
                moveEach(found, folder);
            }
        }
    }

    private static void moveEach(Path found, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(found)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(String.valueOf(file.getFileName()));
                if (!Files.exists(to)) {
                    Files.move(file, to);
                }
            }
        }
    }

    /** Of a process that was killed while it unpacked: gigabytes, perhaps, in a hidden folder. */
    private static void deleteLeftOvers(Path parent) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(parent, ASIDE + "*")) {
            for (Path aside : found) {
                if (lastWritten(aside).isBefore(Instant.now().minus(LONG_AGO))) {
                    LOG.info("Deleting {}, which a killed process left", aside);
                    delete(aside);
                }
            }
        }
    }

    private static Instant lastWritten(Path folder) throws IOException {
        Instant last = Instant.MIN;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Instant written = Files.getLastModifiedTime(path).toInstant();
                last = written.isAfter(last) ? written : last;
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // Somebody else is deleting it.
            return Instant.now();
        }
        return last;
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be deleted", folder, e);
        }
    }
}
