package io.slimgan.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

/**
 * Which images a run learns.
 *
 * @param dataset where they come from
 * @param path the folder, the archive, or the folder that holds the archive; empty for the built-in images
 * @param imageSize height and width of the training images in pixels
 * @param split which images train and which are kept back, where paper and code differ (method G)
 * @param labels which of CIFAR-100's two labels are the classes
 * @param colour with how many channels grey images are trained
 */
public record DataSettings(
        Dataset dataset, String path, @Min(16) @Max(128) int imageSize, Split split, Labels labels, Colour colour) {

    /** The kinds of image source. */
    public enum Dataset {
        /** Built-in, procedurally drawn shapes; no file needed. */
        SHAPES,
        /** CIFAR-10's official binary files. */
        CIFAR10,
        /** CIFAR-100's official binary files. */
        CIFAR100,
        /** STL-10's official binary files. */
        STL10,
        /** CelebA's aligned faces. */
        CELEBA,
        /** MNIST's official IDX files. */
        MNIST,
        /** A folder per synset, as ImageNet's training images are unpacked. */
        IMAGENET,
        /** A folder of image files, flat or one folder per class. */
        FOLDER;

        /** Whether a setting of the images, such as {@code data.colour}, changes anything about it. */
        public boolean uses(String path) {
            return switch (path) {
                case "data.path" -> this != SHAPES;
                case "data.split" -> this == STL10 || this == CELEBA;
                case "data.labels" -> this == CIFAR100;
                case "data.colour" -> this == MNIST;
                default -> true;
            };
        }

        /** Height and width that a settings file without {@code data.image_size} means: the paper's for each set. */
        public int usualSize() {
            return switch (this) {
                case SHAPES, CIFAR10, CIFAR100, MNIST, FOLDER -> 32;
                case STL10 -> 48;
                case CELEBA -> 64;
                case IMAGENET -> 128;
            };
        }
    }

    /** How many classes a dataset is known to have; empty where only its files say, or it has no labels. */
    public static OptionalInt knownClasses(Dataset dataset, Split split, Labels labels) {
        return switch (dataset) {
            case SHAPES, CIFAR10, MNIST -> OptionalInt.of(10);
            case CIFAR100 -> OptionalInt.of(labels == Labels.FINE ? 100 : 20);
            case STL10 -> split == Split.LABELLED ? OptionalInt.of(10) : OptionalInt.empty();
            case CELEBA, IMAGENET, FOLDER -> OptionalInt.empty();
        };
    }

    /** Whose division into images for training and for measuring. */
    public enum Split {
        /** As the paper's text says. */
        PAPER,
        /** As the authors' code does. */
        CODE,
        /** STL-10's 5,000 labelled training images instead of the unlabelled ones. */
        LABELLED
    }

    /** Which of two labels. */
    public enum Labels {
        /** CIFAR-100's 100 classes. */
        FINE,
        /** CIFAR-100's 20 superclasses. */
        COARSE
    }

    /** What grey images become. */
    public enum Colour {
        /** Three equal channels. */
        RGB,
        /** One channel. */
        GREY
    }

    /** Images divided as in the authors' code, with fine labels, in colour. */
    public DataSettings(Dataset dataset, String path, int imageSize) {
        this(dataset, path, imageSize, Split.CODE, Labels.FINE, Colour.RGB);
    }

    /** What the training images are like. */
    public ImageFormat format() {
        return new ImageFormat(imageSize, channels());
    }

    /** How many channels a training image has: 1 or 3. */
    public int channels() {
        return dataset == Dataset.MNIST && colour == Colour.GREY ? 1 : 3;
    }
}
