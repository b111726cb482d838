package io.slimgan.data.official;

import io.slimgan.base.FileProblems;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** STL-10's binary files (method G): 96 x 96 bytes of red, green and blue, each plane column by column. */
public final class StlFormat {

    /** Height and width of the images in pixels. */
    public static final int SIZE = 96;

    /** Bytes of one image. */
    public static final int RECORD = 3 * SIZE * SIZE;

    private static final int PLANE = SIZE * SIZE;
    private static final int CLASSES = 10;

    private StlFormat() {}

    /** The image of a record, upright: its columns become rows. */
    public static RgbImages image(byte[] record) {
        byte[] pixels = new byte[RECORD];
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int from = x * SIZE + y;
                int to = 3 * (y * SIZE + x);
                pixels[to] = record[from];
                pixels[to + 1] = record[from + PLANE];
                pixels[to + 2] = record[from + 2 * PLANE];
            }
        }
        return new RgbImages(1, SIZE, SIZE, pixels);
    }

    /**
     * A file of labels 1 to 10, one byte each.
     *
     * @param count how many there must be
     * @return 0 to 9
     * @throws UserError if there are more or fewer, or one is none of these
     */
    public static int[] labels(Path file, int count) {
        byte[] bytes;
        try {
            long length = Files.size(file);
            if (length != count) {
                throw new UserError(file + " has " + length + " labels for " + count
                        + " images; they do not belong together: download both again.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (bytes[i] & 255) - 1;
            if (labels[i] < 0 || labels[i] >= CLASSES) {
                throw new UserError(file + " has label " + (labels[i] + 1) + " at offset " + i
                        + "; allowed is 1 to 10. It is damaged: download it again.");
            }
        }
        return labels;
    }
}
