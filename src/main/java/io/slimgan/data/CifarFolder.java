package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.CifarBatches;
import io.slimgan.config.DataSettings;
import io.slimgan.data.pixels.PixelWriter;
import io.slimgan.data.pixels.Resampler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * CIFAR-10 as its authors publish it (method G): data_batch_1.bin to data_batch_5.bin, each a row of 3,073-byte records,
 * one label byte and 32 x 32 red, green and blue bytes. Files that hold fewer than 10,000 records are taken as they are.
 */
final class CifarFolder {

    private static final int SIZE = 32;
    private static final int PLANE = SIZE * SIZE;
    private static final int FULL = 50_000;
    private static final int FULL_TEST = 10_000;
    private static final int PROGRESS_EVERY = 1_000;
    private static final int RECORD = CifarBatches.RECORD;
    private static final String NAMES_FILE = "batches.meta.txt";
    private static final List<String> OFFICIAL_NAMES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private final CifarBatches batches;
    private final int imageSize;
    private final ProgressListener progress;
    private final int[] labels;

    private CifarFolder(CifarBatches batches, int imageSize, ProgressListener progress) {
        this.batches = batches;
        this.imageSize = imageSize;
        this.progress = progress;
        this.labels = new int[batches.records()];
    }

    static ImageSet open(Path chosen, DataSettings settings, ProgressListener progress) {
        return open(CifarBatches.in(chosen), FULL, settings, progress);
    }

    /** The images that are not for training; empty if their file is missing. */
    static Optional<ImageSet> openTest(Path chosen, DataSettings settings, ProgressListener progress) {
        return CifarBatches.forTesting(chosen).map(batches -> open(batches, FULL_TEST, settings, progress));
    }

    private static ImageSet open(CifarBatches batches, int full, DataSettings settings, ProgressListener progress) {
        Path folder = batches.folder();
        CifarFolder reader = new CifarFolder(batches, settings.imageSize(), progress);
        List<String> notes = new ArrayList<>();
        List<String> names = classNames(folder, notes);
        int count = reader.labels.length;
        if (count != full) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d images were found; the whole of CIFAR-10 has %,d for %s.",
                    count,
                    full,
                    full == FULL ? "training" : "testing"));
        }
        if (settings.imageSize() != SIZE) {
            notes.add("The images are resized from " + SIZE + " to " + settings.imageSize() + " pixels.");
        }
        try (PixelWriter pixels = PixelWriter.create(settings.imageSize())) {
            reader.readAll(pixels);
            return new StoredImages("CIFAR-10", settings.imageSize(), pixels.finish(), reader.labels, names, notes);
        } catch (IOException e) {
            throw new UserError("CIFAR-10 in " + folder + " could not be read: " + Failures.reason(e) + ".", e);
        }
    }

    private static List<String> classNames(Path folder, List<String> notes) {
        Path file = folder.resolve(NAMES_FILE);
        if (!Files.isRegularFile(file)) {
            return OFFICIAL_NAMES;
        }
        try {
            List<String> names = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (names.size() == OFFICIAL_NAMES.size()) {
                return names;
            }
            notes.add(NAMES_FILE + " holds " + names.size() + " names and not " + OFFICIAL_NAMES.size()
                    + "; the official class names are used.");
        } catch (IOException e) {
            notes.add(NAMES_FILE + " could not be read; the official class names are used.");
        }
        return OFFICIAL_NAMES;
    }

    private void readAll(PixelWriter pixels) throws IOException {
        byte[] record = new byte[RECORD];
        for (Path file : batches.files()) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * RECORD)) {
                long offset = 0;
                for (int got = in.readNBytes(record, 0, RECORD); got > 0; got = in.readNBytes(record, 0, RECORD)) {
                    take(file, offset, record, got, pixels);
                    offset += RECORD;
                }
            }
        }
        if (pixels.count() != labels.length) {
            throw new UserError(batches.folder() + " changed while it was read; open it again.");
        }
    }

    private void take(Path file, long offset, byte[] record, int got, PixelWriter pixels) {
        int at = pixels.count();
        if (got != RECORD || at == labels.length) {
            throw new UserError(file + " changed while it was read, at offset " + offset + "; open it again.");
        }
        int label = record[0] & 255;
        if (label >= OFFICIAL_NAMES.size()) {
            throw new UserError(file + " has label " + label + " at offset " + offset
                    + "; allowed is 0 to 9. It is damaged or not a file of CIFAR-10: download it again.");
        }
        labels[at] = label;
        pixels.add(Resampler.resize(image(record), imageSize, imageSize).pixels());
        if (at % PROGRESS_EVERY == 0 && !progress.progress("Reading CIFAR-10", at, labels.length)) {
            throw new CancellationException("Reading CIFAR-10 was cancelled.");
        }
    }

    private static RgbImages image(byte[] record) {
        byte[] pixels = new byte[3 * PLANE];
        for (int p = 0, to = 0; p < PLANE; p++, to += 3) {
            pixels[to] = record[1 + p];
            pixels[to + 1] = record[1 + PLANE + p];
            pixels[to + 2] = record[1 + 2 * PLANE + p];
        }
        return new RgbImages(1, SIZE, SIZE, pixels);
    }
}
