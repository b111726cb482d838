package io.slimgan.config;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings.Dataset;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a dataset's training files lie. Only names are looked at, so that what cannot be trained with is refused before a
 * run begins. For any thread; asks the disk.
 *
 * @param path the folder of the files, or their archive
 * @param archive whether it is an archive
 */
public record DataLocation(Path path, boolean archive) {

    private static final List<String> TAR = List.of(".tar.gz", ".tgz", ".tar");
    private static final List<String> ZIP = List.of(".zip");

    /**
     * Finds them by {@code data.path}, which may name the folder, the folder around it, the archive, or a folder that
     * holds the archive. An archive that was unpacked beside itself is answered with the folder.
     *
     * @throws UserError if there is no such thing; the sentence says what {@code data.path} must name
     */
    public static DataLocation of(DataSettings data) {
        return of(data, OfficialFiles.of(data));
    }

    /** {@link #of(DataSettings)} where the files to measure against are enough. */
    public static DataLocation ofAny(DataSettings data) {
        return of(data, OfficialFiles.of(data).withTesting(data.dataset()));
    }

    private static DataLocation of(DataSettings data, OfficialFiles files) {
        Path chosen = chosen(data, files);
        if (!Files.isDirectory(chosen)) {
            return file(data, files, chosen);
        }
        return folder(data.dataset(), files, chosen)
                .or(() -> archiveIn(files, chosen))
                .orElseThrow(() -> new UserError(nothingIn(data.dataset(), files, chosen)));
    }

    private static Path chosen(DataSettings data, OfficialFiles files) {
        if (data.path().isBlank()) {
            throw new UserError("data.path is empty; it must name " + files.words() + ".");
        }
        try {
            return Path.of(data.path().strip());
        } catch (InvalidPathException e) {
            throw new UserError(
                    "data.path is '" + data.path() + "', which is no path; it must name " + files.words() + ".", e);
        }
    }

    private static DataLocation file(DataSettings data, OfficialFiles files, Path chosen) {
        if (!Files.exists(chosen)) {
            throw wrong(chosen, "which does not exist", files);
        }
        Path parent = chosen.toAbsolutePath().getParent();
        if (data.dataset() == Dataset.MNIST && files.training().contains(nameOf(chosen)) && parent != null) {
            return new DataLocation(parent, false);
        }
        List<String> endings = data.dataset() == Dataset.CELEBA ? ZIP : TAR;
        String name = nameOf(chosen).toLowerCase(Locale.ROOT);
        if (files.archive().isEmpty()) {
            throw wrong(chosen, "which is a file and is no folder", files);
        }
        if (endings.stream().noneMatch(name::endsWith)) {
            throw wrong(chosen, "which is a file, but no archive (" + String.join(", ", endings) + ")", files);
        }
        return unpackedBeside(files, chosen).orElseGet(() -> new DataLocation(chosen, true));
    }

    /** The folder itself or one of those below it that the files may lie in. */
    private static Optional<DataLocation> folder(Dataset dataset, OfficialFiles files, Path chosen) {
        for (String below : files.folders()) {
            Path inside = chosen.resolve(below);
            if (Files.isDirectory(inside) && !holds(dataset, files, chosen) && holds(dataset, files, inside)) {
                return Optional.of(new DataLocation(inside, false));
            }
        }
        // A training folder beside others, as of ImageNet, is meant even if the folder around it has folders too.
        if (dataset == Dataset.IMAGENET && Files.isDirectory(chosen.resolve("train"))) {
            return Optional.of(new DataLocation(chosen.resolve("train"), false));
        }
        return holds(dataset, files, chosen) ? Optional.of(new DataLocation(chosen, false)) : Optional.empty();
    }

    private static boolean holds(Dataset dataset, OfficialFiles files, Path folder) {
        return switch (dataset) {
            case SHAPES, FOLDER -> true;
            case CELEBA -> any(folder, entry -> isJpeg(nameOf(entry)) && Files.isRegularFile(entry));
            case IMAGENET -> any(folder, entry -> !nameOf(entry).startsWith(".") && Files.isDirectory(entry));
            default -> files.training().stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
        };
    }

    private static boolean isJpeg(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".jpg") || lower.endsWith(".jpeg");
    }

    private static boolean any(Path folder, DirectoryStream.Filter<Path> filter) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, filter)) {
            return entries.iterator().hasNext();
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
    }

    private static Optional<DataLocation> archiveIn(OfficialFiles files, Path chosen) {
        Path archive = chosen.resolve(files.archive());
        return !files.archive().isEmpty() && Files.isRegularFile(archive)
                ? Optional.of(new DataLocation(archive, true))
                : Optional.empty();
    }

    /** Unpacking leaves the archive's own folder beside it; packed faces are read as they are. */
    private static Optional<DataLocation> unpackedBeside(OfficialFiles files, Path archive) {
        Path folder = archive.toAbsolutePath().resolveSibling(files.folders().get(0));
        return files.training().stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)))
                ? Optional.of(new DataLocation(folder, false))
                : Optional.empty();
    }

    private static String nothingIn(Dataset dataset, OfficialFiles files, Path chosen) {
        if (dataset == Dataset.IMAGENET && Files.isRegularFile(chosen.resolve("ILSVRC2012_img_train.tar"))) {
            return "data.path is " + chosen + ", where ILSVRC2012_img_train.tar is still packed; unpack it and the"
                    + " archives in it, each into a folder of its name, and name the folder with these folders.";
        }
        return "data.path is " + chosen + ", which holds nothing of " + files.title() + "; it must name "
                + files.words() + ".";
    }

    private static UserError wrong(Path chosen, String what, OfficialFiles files) {
        return new UserError("data.path is " + chosen + ", " + what + "; it must name " + files.words() + ".");
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
