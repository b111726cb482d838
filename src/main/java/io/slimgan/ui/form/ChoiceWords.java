package io.slimgan.ui.form;

import java.util.Locale;
import javafx.util.StringConverter;

/** A file's {@code per_step} reads "per step" in a form. */
public final class ChoiceWords extends StringConverter<String> {

    @Override
    public String toString(String choice) {
        return choice == null ? "" : words(choice);
    }

    @Override
    public String fromString(String words) {
        return words.replace(' ', '_');
    }

    /** What a choice is called. */
    public static String words(String choice) {
        return switch (choice) {
            case "shapes" -> "Built-in shapes (no file needed)";
            case "cifar10" -> "CIFAR-10 (binary files)";
            case "cifar100" -> "CIFAR-100 (binary files)";
            case "stl10" -> "STL-10 (binary files)";
            case "celeba" -> "CelebA (aligned faces)";
            case "mnist" -> "MNIST (IDX files)";
            case "imagenet" -> "ImageNet (a folder per synset)";
            case "paper" -> "as the paper says";
            case "code" -> "as the authors' code does";
            case "rgb" -> "RGB (three channels)";
            case "grey" -> "grey (one channel)";
            case "folder" -> "A folder of images";
            case "sndcgan" -> "SNDCGAN";
            case "fid_infinity" -> "FID∞";
            case "mic" -> "mIC";
            case "vol" -> "VoL";
            case "tensorflow" -> "TensorFlow (the papers')";
            case "pytorch_fid" -> "pytorch-fid";
            case "min_max" -> "min–max";
            case "fid", "kid", "is", "ic" -> choice.toUpperCase(Locale.ROOT);
            case "cpu", "gpu" -> choice.toUpperCase(Locale.ROOT);
            default -> choice.replace('_', ' ');
        };
    }
}
