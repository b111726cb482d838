package io.slimgan.data.official;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes STL-10's binary files; every level follows from the image's place, so that a turned picture is noticed. */
public final class SyntheticStl {

    private static final int SIZE = 96;

    private SyntheticStl() {}

    /** The official files with so many images each. */
    public static Path write(Path parent, int unlabelled, int training, int testing) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("stl10_binary"));
        Files.write(folder.resolve("unlabeled_X.bin"), images(0, unlabelled));
        Files.write(folder.resolve("train_X.bin"), images(1_000, training));
        Files.write(folder.resolve("train_y.bin"), labels(1_000, training));
        Files.write(folder.resolve("test_X.bin"), images(2_000, testing));
        Files.write(folder.resolve("test_y.bin"), labels(2_000, testing));
        Files.write(folder.resolve("class_names.txt"), ClassNames.official("stl10"));
        return folder;
    }

    /** A file of images: planes, and in them columns. */
    public static byte[] images(int first, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int x = 0; x < SIZE; x++) {
                    for (int y = 0; y < SIZE; y++) {
                        bytes.write(level(i, channel, y, x));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A file of labels 1 to 10. */
    public static byte[] labels(int first, int count) {
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (label(first + i) + 1);
        }
        return labels;
    }

    /** The class of an image, 0 to 9. */
    public static int label(int place) {
        return place * 7 % 10;
    }

    /** The level of a pixel, 0 to 255; along a row it changes otherwise than along a column. */
    public static int level(int place, int channel, int y, int x) {
        return (place * 31 + channel * 50 + 2 * y + x * x / 40) % 256;
    }
}
