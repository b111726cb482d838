package io.slimgan.data.official;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes files in the format of CIFAR's binary versions; every byte follows from the image's place. */
public final class SyntheticCifar {

    private static final int PIXELS = 3 * 32 * 32;

    private SyntheticCifar() {}

    /** CIFAR-100's train.bin and test.bin with the names of the classes, in a folder of the official name. */
    public static Path cifar100(Path parent, int training, int testing) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("cifar-100-binary"));
        Files.write(folder.resolve("train.bin"), records100(0, training));
        Files.write(folder.resolve("test.bin"), records100(training, testing));
        Files.write(folder.resolve("fine_label_names.txt"), ClassNames.official("cifar100-fine"));
        Files.write(folder.resolve("coarse_label_names.txt"), ClassNames.official("cifar100-coarse"));
        return folder;
    }

    /** CIFAR-10's five batches of as many images each, and its test batch. */
    public static Path cifar10(Path parent, int perBatch, int testing) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("cifar-10-batches-bin"));
        for (int b = 1; b <= 5; b++) {
            Files.write(folder.resolve("data_batch_" + b + ".bin"), records10((b - 1) * perBatch, perBatch));
        }
        Files.write(folder.resolve("test_batch.bin"), records10(5 * perBatch, testing));
        return folder;
    }

    private static byte[] records100(int first, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            bytes.write(coarse(i));
            bytes.write(fine(i));
            bytes.writeBytes(pixels(i));
        }
        return bytes.toByteArray();
    }

    private static byte[] records10(int first, int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = first; i < first + count; i++) {
            bytes.write(i % 10);
            bytes.writeBytes(pixels(i));
        }
        return bytes.toByteArray();
    }

    /** The coarse label of an image, 0 to 19. */
    public static int coarse(int place) {
        return place * 3 % 20;
    }

    /** The fine label of an image, 0 to 99. */
    public static int fine(int place) {
        return place * 7 % 100;
    }

    /** The 32 x 32 red, green and blue bytes of an image, plane after plane. */
    public static byte[] pixels(int place) {
        byte[] pixels = new byte[PIXELS];
        new Random(place).nextBytes(pixels);
        return pixels;
    }
}
