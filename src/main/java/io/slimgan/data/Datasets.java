package io.slimgan.data;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what a run's settings name. */
public final class Datasets {

    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);

    private Datasets() {}

    /**
     * Reads and decodes a dataset; takes seconds to minutes for large folders, so it is called on a background thread.
     *
     * @param settings which one, and the images' size
     * @param progress hears how far it is, and may end it
     * @return the open set, the caller's to close
     * @throws UserError if the files are missing, malformed or unreadable
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public static ImageSet open(DataSettings settings, ProgressListener progress) {
        long start = System.nanoTime();
        ImageSet set = switch (settings.dataset()) {
            case SHAPES -> DrawnImages.open(settings.imageSize());
            case CIFAR10 -> CifarFolder.open(folder(settings, "CIFAR-10's binary files"), settings, progress);
            case FOLDER -> ImageFolder.open(folder(settings, "the images"), settings, progress);
        };
        LOG.info("Opened {}: {} images in {} ms", set.name(), set.size(), (System.nanoTime() - start) / 1_000_000);
        set.notes().forEach(note -> LOG.info("{}: {}", set.name(), note));
        return set;
    }

    /**
     * Images to measure against.
     *
     * @param images the caller's to close
     * @param split {@code test} or {@code held-out} where they are not for training; {@code train} where CIFAR-10's test
     *     file is missing; {@code all} of a folder, which has no such division
     */
    public record HeldOut(ImageSet images, String split) {}

    /**
     * Like {@link #open}, the images that a run is not trained on where the dataset has such: CIFAR-10's test file, the
     * built-in images that follow those for training; else the same images.
     */
    public static HeldOut openHeldOut(DataSettings settings, ProgressListener progress) {
        return switch (settings.dataset()) {
            case SHAPES -> new HeldOut(DrawnImages.heldOut(settings.imageSize()), "held-out");
            case CIFAR10 -> {
                Path folder = folder(settings, "CIFAR-10's binary files");
                yield CifarFolder.openTest(folder, settings, progress)
                        .map(test -> new HeldOut(test, "test"))
                        .orElseGet(() -> new HeldOut(CifarFolder.open(folder, settings, progress), "train"));
            }
            case FOLDER -> new HeldOut(ImageFolder.open(folder(settings, "the images"), settings, progress), "all");
        };
    }

    private static Path folder(DataSettings settings, String content) {
        if (settings.path().isBlank()) {
            throw new UserError("data.path is empty; it must name the folder that holds " + content + ".");
        }
        Path folder;
        try {
            folder = Path.of(settings.path().strip());
        } catch (InvalidPathException e) {
            throw new UserError(
                    "data.path is '" + settings.path() + "', which is no path; it must name the folder that holds "
                            + content + ".",
                    e);
        }
        if (!Files.isDirectory(folder)) {
            String wrong = Files.exists(folder) ? " is a file" : " does not exist";
            throw new UserError(folder + wrong + "; data.path must name the folder that holds " + content + ".");
        }
        return folder;
    }
}
