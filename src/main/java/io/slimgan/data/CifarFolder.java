package io.slimgan.data;

import io.slimgan.base.UserError;
import io.slimgan.config.CifarBatches;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.RecordFile;
import io.slimgan.data.official.CifarFormat;
import io.slimgan.data.official.ClassNames;
import io.slimgan.data.pixels.PixelWriter;
import io.slimgan.data.pixels.Resampler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * CIFAR-10 and CIFAR-100 as their authors publish them (method G). Files that hold fewer records than the whole are taken
 * as they are.
 */
final class CifarFolder {

    private static final int PROGRESS_EVERY = 1_000;
    private static final String TEST_100 = "test.bin";

    private final CifarFormat format;
    private final Path folder;
    private final List<Path> files;
    private final int[] labels;
    private final DataSettings settings;

    private CifarFolder(CifarFormat format, Path folder, List<Path> files, int records, DataSettings settings) {
        this.format = format;
        this.folder = folder;
        this.files = files;
        this.labels = new int[records];
        this.settings = settings;
    }

    /** The images for training. */
    static ImageSet open(Path folder, DataSettings settings, ProgressListener progress) {
        CifarFormat format = format(settings);
        if (settings.dataset() == Dataset.CIFAR100) {
            Path file = folder.resolve("train.bin");
            int records = RecordFile.count(file, format.record());
            return new CifarFolder(format, folder, List.of(file), records, settings)
                    .read(format.forTraining(), progress);
        }
        CifarBatches batches = CifarBatches.in(folder);
        return new CifarFolder(format, batches.folder(), batches.files(), batches.records(), settings)
                .read(format.forTraining(), progress);
    }

    /** The images that are not for training; empty if their file is missing. */
    static Optional<ImageSet> openTest(Path folder, DataSettings settings, ProgressListener progress) {
        CifarFormat format = format(settings);
        if (settings.dataset() == Dataset.CIFAR100) {
            Path file = folder.resolve(TEST_100);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            int records = RecordFile.count(file, format.record());
            return Optional.of(new CifarFolder(format, folder, List.of(file), records, settings)
                    .read(CifarFormat.FOR_TESTING, progress));
        }
        return CifarBatches.forTesting(folder)
                .map(batches -> new CifarFolder(format, batches.folder(), batches.files(), batches.records(), settings)
                        .read(CifarFormat.FOR_TESTING, progress));
    }

    private static CifarFormat format(DataSettings settings) {
        return settings.dataset() == Dataset.CIFAR100
                ? CifarFormat.cifar100(settings.labels() == Labels.FINE)
                : CifarFormat.cifar10();
    }

    private ImageSet read(int full, ProgressListener progress) {
        List<String> notes = new ArrayList<>();
        List<String> names = ClassNames.in(folder.resolve(format.namesFile()), format.names(), notes);
        if (labels.length != full) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d images were found; the whole of %s has %,d for %s.",
                    labels.length,
                    format.title(),
                    full,
                    full == format.forTraining() ? "training" : "testing"));
        }
        int size = settings.imageSize();
        if (size != CifarFormat.SIZE) {
            notes.add("The images are resized from " + CifarFormat.SIZE + " to " + size + " pixels.");
        }
        try (PixelWriter pixels = PixelWriter.create(size)) {
            readAll(pixels, progress);
            return new StoredImages(format.title(), size, pixels.finish(), labels, names, notes);
        } catch (IOException e) {
            throw new UserError(
                    format.title() + " in " + folder + " could not be read: " + Failures.reason(e) + ".", e);
        }
    }

    private void readAll(PixelWriter pixels, ProgressListener progress) throws IOException {
        int length = format.record();
        byte[] record = new byte[length];
        for (Path file : files) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 64 * length)) {
                long offset = 0;
                for (int got = in.readNBytes(record, 0, length); got > 0; got = in.readNBytes(record, 0, length)) {
                    if (pixels.count() % PROGRESS_EVERY == 0) {
                        goOn(progress, pixels.count());
                    }
                    take(file, offset, record, got, pixels);
                    offset += length;
                }
            }
        }
        if (pixels.count() != labels.length) {
            throw new UserError(folder + " changed while it was read; open it again.");
        }
    }

    private void goOn(ProgressListener progress, int done) {
        String what = "Reading " + format.title();
        if (!progress.progress(what, done, labels.length)) {
            throw new CancellationException(what + " was cancelled.");
        }
    }

    private void take(Path file, long offset, byte[] record, int got, PixelWriter pixels) {
        int at = pixels.count();
        if (got != format.record() || at == labels.length) {
            throw new UserError(file + " changed while it was read, at offset " + offset + "; open it again.");
        }
        int label = format.label(record);
        if (label >= format.names().size()) {
            throw new UserError(file + " has label " + label + " at offset " + offset + "; allowed is 0 to "
                    + (format.names().size() - 1) + ". It is damaged or not a file of " + format.title()
                    + ": download it again.");
        }
        labels[at] = label;
        int size = settings.imageSize();
        pixels.add(Resampler.resize(format.image(record), size, size).pixels());
    }
}
