package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.data.official.ClassNames;
import io.slimgan.data.official.IdxFile;
import io.slimgan.data.pixels.PixelWriter;
import io.slimgan.data.pixels.Resampler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * MNIST's official IDX files (method G). The 28 x 28 digits get a black margin of 2 pixels, which changes none of them: 32
 * is the size that the digits' own authors fed to their networks. Other sizes are resized from these 32 pixels, so that
 * a digit fills the same share of the picture at every size.
 */
final class MnistFiles {

    private static final String TITLE = "MNIST";
    private static final int DIGIT = 28;
    private static final int MARGIN = 2;
    private static final int PADDED = DIGIT + 2 * MARGIN;
    private static final int PROGRESS_EVERY = 1_000;

    private MnistFiles() {}

    /** The images for training. */
    static ImageSet open(Path folder, DataSettings settings, ProgressListener progress) {
        Path images = find(folder, "train-images", 3)
                .orElseThrow(() -> new UserError("train-images-idx3-ubyte is missing in " + folder + "."));
        return open(images, find(folder, "train-labels", 1), 60_000, settings, progress);
    }

    /** The images that are not for training; empty if their file is missing. */
    static Optional<ImageSet> openTest(Path folder, DataSettings settings, ProgressListener progress) {
        return find(folder, "t10k-images", 3)
                .map(images -> open(images, find(folder, "t10k-labels", 1), 10_000, settings, progress));
    }

    /** Under its official name, packed or not, or with the dot that some unpackers put in place of the dash. */
    private static Optional<Path> find(Path folder, String name, int dimensions) {
        return Stream.of("-idx", ".idx")
                .flatMap(joint -> Stream.of("", ".gz").map(end -> name + joint + dimensions + "-ubyte" + end))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static ImageSet open(
            Path images, Optional<Path> labelFile, int full, DataSettings settings, ProgressListener progress) {
        goOn(progress, 0, full);
        IdxFile digits = IdxFile.read(images, 3);
        if (digits.sizes()[1] != DIGIT || digits.sizes()[2] != DIGIT) {
            throw new UserError(images + " holds pictures of " + digits.sizes()[2] + " x " + digits.sizes()[1]
                    + " pixels, and MNIST's have 28 x 28; download it again.");
        }
        int count = digits.sizes()[0];
        int[] labels = labelFile.map(file -> labels(file, images, count)).orElseGet(() -> new int[0]);
        int size = settings.imageSize();
        try (PixelWriter pixels = PixelWriter.create(size, 1)) {
            for (int i = 0; i < count; i++) {
                if (i % PROGRESS_EVERY == 0) {
                    goOn(progress, i, count);
                }
                pixels.add(image(digits.bytes(), i, size));
            }
            List<String> names = labels.length == 0 ? List.of() : ClassNames.official("mnist");
            List<String> notes = notes(settings, count, full, labels.length > 0);
            return new StoredImages(TITLE, size, 1, settings.channels(), pixels.finish(), labels, names, notes);
        }
    }

    private static void goOn(ProgressListener progress, int done, int total) {
        if (!progress.progress("Reading " + TITLE, done, total)) {
            throw new CancellationException("Reading " + TITLE + " was cancelled.");
        }
    }

    private static int[] labels(Path file, Path images, int count) {
        IdxFile read = IdxFile.read(file, 1);
        if (read.sizes()[0] != count) {
            throw new UserError(file + " has " + read.sizes()[0] + " labels, but " + images.getFileName() + " has "
                    + count + " images; they do not belong together: download both again.");
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = read.bytes()[i] & 255;
            if (labels[i] > 9) {
                throw new UserError(file + " has label " + labels[i] + " for image " + i
                        + "; allowed is 0 to 9. It is damaged: download it again.");
            }
        }
        return labels;
    }

    /** One grey byte per pixel. */
    private static byte[] image(byte[] digits, int index, int size) {
        byte[] padded = new byte[PADDED * PADDED];
        for (int y = 0; y < DIGIT; y++) {
            int from = (index * DIGIT + y) * DIGIT;
            System.arraycopy(digits, from, padded, (y + MARGIN) * PADDED + MARGIN, DIGIT);
        }
        if (size == PADDED) {
            return padded;
        }
        byte[] rgb = Resampler.resize(new RgbImages(1, PADDED, PADDED, Picked.grey(padded)), size, size)
                .pixels();
        byte[] grey = new byte[size * size];
        for (int p = 0; p < grey.length; p++) {
            grey[p] = rgb[3 * p];
        }
        return grey;
    }

    private static List<String> notes(DataSettings settings, int count, int full, boolean labelled) {
        List<String> notes = new ArrayList<>();
        if (count != full) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d images were found; the whole of MNIST has %,d for %s.",
                    count,
                    full,
                    full == 60_000 ? "training" : "testing"));
        }
        if (!labelled) {
            notes.add("The file of the labels is missing, so the images have no classes.");
        }
        notes.add("The digits of 28 pixels have a black margin of 2 pixels"
                + (settings.imageSize() == PADDED
                        ? "."
                        : ", and are resized from these 32 to " + settings.imageSize() + " pixels."));
        notes.add(
                settings.channels() == 1
                        ? "The grey images are trained with one channel."
                        : "The grey images are trained as three equal channels.");
        return notes;
    }
}
