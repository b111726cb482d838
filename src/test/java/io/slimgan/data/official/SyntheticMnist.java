package io.slimgan.data.official;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Writes files in MNIST's IDX format; every byte follows from the image's place. */
public final class SyntheticMnist {

    private SyntheticMnist() {}

    /** The four official files, packed with gzip or not. */
    public static Path write(Path folder, int training, int testing, boolean packed) throws IOException {
        Files.createDirectories(folder);
        String end = packed ? ".gz" : "";
        put(folder.resolve("train-images-idx3-ubyte" + end), images(0, training));
        put(folder.resolve("train-labels-idx1-ubyte" + end), labels(0, training));
        put(folder.resolve("t10k-images-idx3-ubyte" + end), images(training, testing));
        put(folder.resolve("t10k-labels-idx1-ubyte" + end), labels(training, testing));
        return folder;
    }

    /** Writes bytes, packed where the name ends with .gz. */
    public static void put(Path file, byte[] bytes) throws IOException {
        try (OutputStream out = file.toString().endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(bytes);
        }
    }

    /** A file of images. */
    public static byte[] images(int first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * 784);
        bytes.putInt(0x803).putInt(count).putInt(28).putInt(28);
        for (int i = first; i < first + count; i++) {
            bytes.put(digit(i));
        }
        return bytes.array();
    }

    /** A file of labels. */
    public static byte[] labels(int first, int count) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + count);
        bytes.putInt(0x801).putInt(count);
        for (int i = first; i < first + count; i++) {
            bytes.put((byte) label(i));
        }
        return bytes.array();
    }

    /** The label of an image, 0 to 9. */
    public static int label(int place) {
        return place * 3 % 10;
    }

    /** The 28 x 28 grey bytes of an image. */
    public static byte[] digit(int place) {
        byte[] pixels = new byte[784];
        new Random(place).nextBytes(pixels);
        return pixels;
    }
}
