package io.slimgan.data.official;

import io.slimgan.base.RgbImages;
import java.util.List;

/**
 * How the records of CIFAR's binary versions are made: label bytes, then 32 x 32 red, green and blue bytes, row by row.
 *
 * @param title of the dataset
 * @param labelBytes label bytes before the pixels
 * @param labelAt which of them is the class
 * @param names the official class names in label order
 * @param namesFile where the publishers put them
 * @param forTraining how many images the whole of it has for training
 */
public record CifarFormat(
        String title, int labelBytes, int labelAt, List<String> names, String namesFile, int forTraining) {

    /** Height and width of the images in pixels. */
    public static final int SIZE = 32;

    /** Images that are not for training, in either dataset. */
    public static final int FOR_TESTING = 10_000;

    private static final int PLANE = SIZE * SIZE;

    public CifarFormat {
        names = List.copyOf(names);
    }

    /** Records of 3,073 bytes. */
    public static CifarFormat cifar10() {
        return new CifarFormat("CIFAR-10", 1, 0, ClassNames.official("cifar10"), "batches.meta.txt", 50_000);
    }

    /** Records of 3,074 bytes: the coarse label comes first, the fine one is byte 2. */
    public static CifarFormat cifar100(boolean fine) {
        String kind = fine ? "fine" : "coarse";
        List<String> names = ClassNames.official("cifar100-" + kind);
        return new CifarFormat("CIFAR-100", 2, fine ? 1 : 0, names, kind + "_label_names.txt", 50_000);
    }

    /** Bytes of one record. */
    public int record() {
        return labelBytes + 3 * PLANE;
    }

    /** The class of a record's image, 0 to 255. */
    public int label(byte[] record) {
        return record[labelAt] & 255;
    }

    /** The image of a record. */
    public RgbImages image(byte[] record) {
        byte[] pixels = new byte[3 * PLANE];
        for (int p = labelBytes, to = 0; to < pixels.length; p++, to += 3) {
            pixels[to] = record[p];
            pixels[to + 1] = record[p + PLANE];
            pixels[to + 2] = record[p + 2 * PLANE];
        }
        return new RgbImages(1, SIZE, SIZE, pixels);
    }
}
