package io.slimgan.ui.form;

import io.slimgan.config.SettingsField;
import java.util.Locale;
import javafx.util.StringConverter;

/** A file's {@code per_step} reads "Per step" in a form. */
public final class ChoiceWords extends StringConverter<String> {

    private final SettingsField field;

    /** The words of one setting's choices. */
    public ChoiceWords(SettingsField field) {
        this.field = field;
    }

    @Override
    public String toString(String choice) {
        return choice == null ? "" : words(field, choice);
    }

    @Override
    public String fromString(String words) {
        return field.choices().stream()
                .filter(choice -> words(field, choice).equals(words))
                .findFirst()
                .orElse(words);
    }

    /** What a setting's choice is called; the same word may mean different things to different settings. */
    public static String words(SettingsField field, String choice) {
        return switch (field.path()) {
            case "data.dataset" -> dataset(choice);
            case "data.split", "data.labels", "data.colour" -> ofImages(choice);
            case "model.backbone" -> network(choice);
            case "model.conditional_norm", "model.initialisation" -> ofNetwork(choice);
            case "training.loss", "training.distillation" -> ofTraining(choice);
            case "discriminator.kind", "discriminator.judged_widths", "discriminator.spectral_norm" ->
                ofDiscriminators(choice);
            default -> other(choice);
        };
    }

    private static String dataset(String choice) {
        return switch (choice) {
            case "shapes" -> "Built-in shapes (no file needed)";
            case "cifar10" -> "CIFAR-10 (binary files)";
            case "cifar100" -> "CIFAR-100 (binary files)";
            case "stl10" -> "STL-10 (binary files)";
            case "celeba" -> "CelebA (aligned faces)";
            case "mnist" -> "MNIST (IDX files)";
            case "imagenet" -> "ImageNet (a folder per synset)";
            case "folder" -> "A folder of images";
            default -> plain(choice);
        };
    }

    private static String ofImages(String choice) {
        return switch (choice) {
            case "paper" -> "As the paper says";
            case "code" -> "As the authors' code does";
            case "labelled" -> "Labelled images only (STL-10)";
            case "fine" -> "100 fine classes";
            case "coarse" -> "20 coarse classes";
            case "rgb" -> "RGB (three channels)";
            case "grey" -> "Grey (one channel)";
            default -> plain(choice);
        };
    }

    private static String network(String choice) {
        return switch (choice) {
            case "sndcgan" -> "SNDCGAN (convolutions)";
            case "sngan" -> "SNGAN (residual)";
            case "cganpd" -> "cGAN-pd (with classes)";
            case "biggan" -> "BigGAN (with classes, 128 px)";
            default -> plain(choice);
        };
    }

    private static String ofNetwork(String choice) {
        return switch (choice) {
            case "sliceable" -> "Sliceable, as in the authors' code";
            case "sliceable_paper" -> "Sliceable, as in the paper";
            case "naive" -> "Naive (a table per width)";
            case "xavier" -> "Xavier uniform (the paper's)";
            case "orthogonal" -> "Orthogonal (BigGAN's)";
            default -> plain(choice);
        };
    }

    private static String ofTraining(String choice) {
        return switch (choice) {
            case "hinge" -> "Hinge (the paper's)";
            case "non_saturating" -> "Non-saturating (the original GAN's)";
            case "least_squares" -> "Least squares (LSGAN)";
            case "wasserstein" -> "Wasserstein with gradient penalty";
            case "stepwise" -> "Stepwise (from the next wider one)";
            case "naive" -> "Naive (from the widest)";
            default -> plain(choice);
        };
    }

    private static String ofDiscriminators(String choice) {
        return switch (choice) {
            case "shared" -> "One per width, first layers shared";
            case "same" -> "One for all widths";
            case "slimmable" -> "Slimmable with the generator";
            case "all" -> "All widths";
            case "widest" -> "Only the widest";
            case "per_step" -> "Once per step (faster)";
            case "per_forward" -> "In every pass (the authors')";
            default -> plain(choice);
        };
    }

    private static String other(String choice) {
        return switch (choice) {
            case "fid_infinity" -> "FID∞";
            case "mic" -> "mIC";
            case "vol" -> "VoL";
            case "tensorflow" -> "TensorFlow (the papers')";
            case "pytorch_fid" -> "pytorch-fid";
            case "min_max" -> "Min–max (the authors')";
            case "fid", "kid", "is", "ic", "cpu", "gpu" -> choice.toUpperCase(Locale.ROOT);
            case "float32" -> "float32 (the usual)";
            case "bf16" -> "bfloat16 (coarser)";
            default -> plain(choice);
        };
    }

    private static String plain(String choice) {
        String words = choice.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
