package io.slimgan.config;

import io.slimgan.base.Width;
import io.slimgan.config.DiscriminatorSettings.JudgedWidths;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.config.DiscriminatorSettings.SpectralNormPolicy;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.TrainingSettings.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the networks that the settings describe exist: the channel arithmetic of method A and the rules of B and C. */
final class NetworkCheck {

    private final RunSettings settings;
    private final ModelSettings model;
    private final BackbonePlan plan;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private NetworkCheck(RunSettings settings, BackbonePlan plan) {
        this.settings = settings;
        this.model = settings.model();
        this.plan = plan;
    }

    /** Asked only for settings whose values are in their own ranges. */
    static List<SettingsProblem> problems(RunSettings settings) {
        int size = settings.data().imageSize();
        Backbone backbone = settings.model().backbone();
        Optional<BackbonePlan> plan = backbone.plan(size);
        if (plan.isEmpty()) {
            return List.of(new SettingsProblem(
                    "data.image_size",
                    "data.image_size is " + size + "; allowed with model.backbone "
                            + SettingsSchema.snakeCase(backbone.name()) + " is " + orList(backbone.imageSizes())
                            + "."));
        }
        NetworkCheck check = new NetworkCheck(settings, plan.get());
        check.classes();
        check.latentParts();
        if (check.widthOrder()) {
            check.generatorChannels();
            check.discriminatorChannels();
            check.sharedLayers();
            check.losses();
        }
        return check.problems;
    }

    /** "16, 32, 48 or 64". */
    private static String orList(List<Integer> sizes) {
        String all = sizes.stream().map(String::valueOf).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }

    private void latentParts() {
        if (model.latentSize() % plan.latentParts() != 0) {
            add(
                    "model.latent_size",
                    "model.latent_size is " + model.latentSize() + "; allowed with model.backbone "
                            + SettingsSchema.snakeCase(model.backbone().name()) + " is a multiple of "
                            + plan.latentParts() + ", because each block gets a part of its own.");
        }
    }

    private void classes() {
        boolean conditional = model.backbone().conditional();
        if (conditional != model.classes() > 0) {
            String name = SettingsSchema.snakeCase(model.backbone().name());
            add(
                    "model.classes",
                    "model.classes is " + model.classes() + ", but model.backbone " + name
                            + (conditional
                                    ? " draws classes; set it to the dataset's number of classes, such as 10."
                                    : " knows no classes; set it to 0, or choose a conditional network such as cganpd."));
        }
    }

    private boolean widthOrder() {
        List<Double> widths = model.widths();
        String allowed = "; allowed is " + SettingsSchema.field("model.widths").allowed() + ".";
        for (int i = 1; i < widths.size(); i++) {
            if (widths.get(i) <= widths.get(i - 1)) {
                add(
                        "model.widths",
                        "model.widths has " + text(widths.get(i)) + " after " + text(widths.get(i - 1)) + allowed);
                return false;
            }
        }
        double last = widths.get(widths.size() - 1);
        if (last != 1) {
            add("model.widths", "model.widths ends with " + text(last) + allowed);
            return false;
        }
        if (model.individualWidth() < 1 && widths.size() > 1) {
            add(
                    "model.individual_width",
                    "model.individual_width is " + text(model.individualWidth())
                            + ", but model.widths names several widths; an individual run trains one: set model.widths to [1].");
            return false;
        }
        return true;
    }

    /** Channels floor(g w), halved at each stage; none may be left without a channel. */
    private void generatorChannels() {
        int stages = plan.generatorHalvings();
        int full = channels(model.generatorChannels(), model.individualWidth());
        for (Width width : model.widthList()) {
            if (width.channels(full) >> stages == 0) {
                addTooNarrow(width, "generator", "model.generator_channels", model.generatorChannels(), 1 << stages);
                return;
            }
        }
    }

    private void discriminatorChannels() {
        int stages = plan.discriminatorHalvings();
        double share = model.individualNarrowDiscriminator() ? model.individualWidth() : 1;
        int first = channels(model.discriminatorChannels(), share) >> stages;
        if (first == 0) {
            add(
                    "model.discriminator_channels",
                    "model.discriminator_channels is " + model.discriminatorChannels()
                            + ", which leaves the discriminator's first layer without a channel at "
                            + settings.data().imageSize() + " pixels; allowed is at least "
                            + (int) Math.ceil((1 << stages) / share) + ".");
            return;
        }
        if (settings.discriminator().kind() == Kind.SLIMMABLE) {
            for (Width width : model.widthList()) {
                if (width.channels(first) == 0) {
                    addTooNarrow(
                            width,
                            "slimmable discriminator",
                            "model.discriminator_channels",
                            model.discriminatorChannels(),
                            1 << stages);
                    return;
                }
            }
        }
    }

    private void addTooNarrow(Width width, String network, String channelsPath, int channels, int atLeast) {
        double share = width.multiplier() * model.individualWidth();
        add(
                "model.widths",
                "model.widths: width " + width.label() + " leaves a layer of the " + network + " without a channel ("
                        + channelsPath + " is " + channels + "); drop this width, or set " + channelsPath
                        + " to at least " + (int) Math.ceil(atLeast / share) + ".");
    }

    private void sharedLayers() {
        int layers = plan.shareableLayers();
        int shared = settings.discriminator().sharedLayers();
        if (settings.discriminator().kind() == Kind.SHARED && shared > layers) {
            add(
                    "discriminator.shared_layers",
                    "discriminator.shared_layers is " + shared + "; allowed is a whole number from 0 to " + layers
                            + ", the layers before the logit at "
                            + settings.data().imageSize() + " pixels.");
        }
    }

    private void losses() {
        if (settings.training().loss() == Loss.WASSERSTEIN
                && settings.discriminator().spectralNorm() == SpectralNormPolicy.PER_FORWARD) {
            add(
                    "training.loss",
                    "training.loss is wasserstein, whose gradient penalty the authors' order of forward passes does not"
                            + " know; set discriminator.spectral_norm to per_step, or choose another loss.");
        }
        boolean undistilled = settings.training().distillationWeight() == 0;
        if (settings.discriminator().judgedWidths() == JudgedWidths.WIDEST
                && model.widths().size() > 1
                && undistilled) {
            add(
                    "training.distillation_weight",
                    "training.distillation_weight is 0, but with discriminator.judged_widths widest the narrow widths"
                            + " learn by distillation alone; allowed is a number above 0.");
        }
    }

    private static int channels(int full, double share) {
        return (int) (full * share);
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private void add(String path, String message) {
        problems.add(new SettingsProblem(path, message));
    }
}
