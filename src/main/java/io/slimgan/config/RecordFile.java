package io.slimgan.config;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file of records of one length, as the binary datasets are; only its size is looked at. For any thread. */
public final class RecordFile {

    private RecordFile() {}

    /**
     * How many records it holds.
     *
     * @param length of a record in bytes
     * @throws UserError if its size is no whole number of records, it holds none, or more than can be counted
     */
    public static int count(Path file, int length) {
        long bytes = size(file);
        if (bytes % length != 0) {
            throw new UserError(file + " is " + bytes + " bytes long, which is no whole number of " + length
                    + "-byte records: at offset " + bytes / length * length + " a record of only "
                    + bytes % length + " bytes begins. Download it again.");
        }
        long records = bytes / length;
        if (records == 0) {
            throw new UserError(file + " is empty; download it again.");
        }
        if (records > Integer.MAX_VALUE / 2) {
            throw new UserError(String.format(
                    Locale.ROOT, "%s holds %,d records, which are too many; download it again.", file, records));
        }
        return (int) records;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }
}
