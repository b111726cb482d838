package io.slimgan.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Which images a run learns.
 *
 * @param dataset where they come from
 * @param path the file or folder; empty for the built-in images
 * @param imageSize height and width of the training images in pixels
 */
public record DataSettings(
        Dataset dataset, String path, @Min(16) @Max(128) int imageSize) {

    /** The kinds of image source. */
    public enum Dataset {
        /** Built-in, procedurally drawn shapes; no file needed. */
        SHAPES,
        /** CIFAR-10's official binary files. */
        CIFAR10,
        /** A folder of image files, flat or one folder per class. */
        FOLDER
    }
}
