package io.slimgan.data;

import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.config.RecordFile;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.official.ClassNames;
import io.slimgan.data.official.StlFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * STL-10 as its authors publish it (method G): 100,000 unlabelled images to train with, or 5,000 labelled ones, and 8,000
 * labelled ones for testing. The SlimGAN paper measures against 8,000 "unlabeled" images, its code against the test
 * images; as the paper trains on all unlabelled ones, its 8,000 can only be some of those.
 */
final class StlFolder {

    private static final String TITLE = "STL-10";
    private static final String UNLABELLED = "unlabeled_X.bin";
    private static final String LABELLED = "train_X.bin";
    private static final String TEST = "test_X.bin";
    private static final int REFERENCE = 8_000;

    private final Path folder;
    private final DataSettings settings;
    private final List<String> notes = new ArrayList<>();

    private StlFolder(Path folder, DataSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** The images for training. */
    static ImageSet open(Path folder, DataSettings settings) {
        StlFolder stl = new StlFolder(folder, settings);
        if (settings.split() == Split.LABELLED) {
            stl.notes.add("The labelled training images are used, as data.split says; they are measured against the"
                    + " labelled test images.");
            return stl.labelled(LABELLED, "train_y.bin", 5_000, "for training");
        }
        stl.notes.add(
                settings.split() == Split.PAPER
                        ? "The unlabelled images are used for training; data.split paper measures against 8,000 of them."
                        : "The unlabelled images are used for training; data.split code measures against the labelled"
                                + " test images.");
        ImageSource all = stl.records(UNLABELLED, 100_000, "unlabelled");
        return MadeImages.open(TITLE, settings.imageSize(), all, MadeImages.Labels.none(), stl.notes);
    }

    /** The images to measure against. */
    static Optional<Datasets.HeldOut> heldOut(Path folder, DataSettings settings) {
        StlFolder stl = new StlFolder(folder, settings);
        if (settings.split() == Split.PAPER) {
            ImageSource all = stl.records(UNLABELLED, 100_000, "unlabelled");
            int count = Math.min(REFERENCE, all.count());
            int[] spread = IntStream.range(0, count)
                    .map(i -> (int) ((long) i * all.count() / count))
                    .toArray();
            stl.notes.add("These are unlabelled images that are trained on too, as data.split paper says.");
            ImageSource some = all.only(spread);
            ImageSet set = MadeImages.open(TITLE, settings.imageSize(), some, MadeImages.Labels.none(), stl.notes);
            return Optional.of(new Datasets.HeldOut(set, "unlabelled"));
        }
        if (!Files.isRegularFile(folder.resolve(TEST))) {
            return Optional.empty();
        }
        return Optional.of(new Datasets.HeldOut(stl.labelled(TEST, "test_y.bin", REFERENCE, "for testing"), "test"));
    }

    private ImageSet labelled(String images, String labelsName, int full, String purpose) {
        ImageSource all = records(images, full, purpose);
        Path labelFile = folder.resolve(labelsName);
        MadeImages.Labels labels = MadeImages.Labels.none();
        try {
            if (Files.isRegularFile(labelFile)) {
                List<String> names =
                        ClassNames.in(folder.resolve("class_names.txt"), ClassNames.official("stl10"), notes);
                labels = MadeImages.Labels.of(StlFormat.labels(labelFile, all.count()), names);
            } else {
                notes.add(labelsName + " is missing, so the images have no classes.");
            }
            return MadeImages.open(TITLE, settings.imageSize(), all, labels, notes);
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private ImageSource records(String name, int full, String purpose) {
        Path file = folder.resolve(name);
        int count = RecordFile.count(file, StlFormat.RECORD);
        if (count != full) {
            notes.add(String.format(
                    Locale.ROOT, "%,d images were found; the whole of STL-10 has %,d %s.", count, full, purpose));
        }
        if (settings.imageSize() != StlFormat.SIZE) {
            notes.add("The images are resized from 96 to " + settings.imageSize() + " pixels.");
        }
        return new StlRecords(file, count, settings.imageSize());
    }
}
