package io.slimgan.config;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files of CIFAR-10 as its authors publish it (method G): data_batch_1.bin to data_batch_5.bin to train with, or
 * test_batch.bin; each a row of {@value #RECORD}-byte records. Only names and sizes are looked at, so that a folder that cannot be trained with is
 * refused before a run begins. For any thread; asks the disk.
 *
 * @param folder where the files lie
 * @param files all five for training, in order, or the one for testing
 * @param records the images in all of them, at least 1
 */
public record CifarBatches(Path folder, List<Path> files, int records) {

    /** One label byte and 32 x 32 red, green and blue bytes. */
    public static final int RECORD = 1 + 3 * 32 * 32;

    private static final int BATCHES = 5;
    private static final String TEST_FILE = "test_batch.bin";
    private static final String OFFICIAL_FOLDER = "cifar-10-batches-bin";

    public CifarBatches {
        files = List.copyOf(files);
    }

    /**
     * Finds them in a folder, or in the one below it that the official archive unpacks into.
     *
     * @throws UserError if one is missing or of an odd size, or none holds an image
     */
    public static CifarBatches in(Path chosen) {
        Path folder = withBatches(chosen);
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= BATCHES; i++) {
            Path file = folder.resolve("data_batch_" + i + ".bin");
            if (!Files.isRegularFile(file)) {
                throw new UserError(file + " is missing; data.path must name the folder with data_batch_1.bin to "
                        + "data_batch_5.bin of the binary version of CIFAR-10.");
            }
            files.add(file);
        }
        long records = files.stream().mapToLong(CifarBatches::records).sum();
        if (records == 0) {
            throw new UserError(folder + " holds five CIFAR-10 batches without a single image; download the "
                    + "binary version of CIFAR-10 again.");
        }
        if (records > Integer.MAX_VALUE / 2) {
            throw new UserError(
                    folder + " holds " + records + " records, which are too many for CIFAR-10; download it again.");
        }
        return new CifarBatches(folder, files, (int) records);
    }

    /**
     * The file with the images that are not for training, in the same places.
     *
     * @return empty if there is none
     * @throws UserError if it is of an odd size or holds no image
     */
    public static Optional<CifarBatches> forTesting(Path chosen) {
        Path folder = withBatches(chosen);
        Path file = folder.resolve(TEST_FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        long records = records(file);
        if (records == 0 || records > Integer.MAX_VALUE / 2) {
            throw new UserError(file + " holds " + records + " images; download the binary version of CIFAR-10 again.");
        }
        return Optional.of(new CifarBatches(folder, List.of(file), (int) records));
    }

    /** The archive unpacks into a folder of its own; whoever names the folder around it means that one. */
    private static Path withBatches(Path chosen) {
        Path inside = chosen.resolve(OFFICIAL_FOLDER);
        return !Files.exists(chosen.resolve("data_batch_1.bin")) && Files.isDirectory(inside) ? inside : chosen;
    }

    private static long records(Path file) {
        long bytes = size(file);
        if (bytes % RECORD != 0) {
            throw new UserError(file + " is " + bytes + " bytes long, which is no whole number of " + RECORD
                    + "-byte records: at offset " + bytes / RECORD * RECORD + " a record of only "
                    + bytes % RECORD + " bytes begins. Download it again.");
        }
        return bytes / RECORD;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }
}
