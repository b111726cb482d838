package io.slimgan.config;

import io.slimgan.base.Width;
import io.slimgan.config.DiscriminatorSettings.JudgedWidths;
import io.slimgan.config.DiscriminatorSettings.Kind;
import java.util.ArrayList;
import java.util.List;

/** Whether the networks that the settings describe exist: method A.4's channel arithmetic and the rules of B and C. */
final class NetworkCheck {

    private final RunSettings settings;
    private final ModelSettings model;
    private final List<SettingsProblem> problems = new ArrayList<>();

    private NetworkCheck(RunSettings settings) {
        this.settings = settings;
        this.model = settings.model();
    }

    /** Asked only for settings whose values are in their own ranges. */
    static List<SettingsProblem> problems(RunSettings settings) {
        NetworkCheck check = new NetworkCheck(settings);
        check.imageSize();
        if (check.problems.isEmpty() && check.widthOrder()) {
            check.generatorChannels();
            check.discriminatorChannels();
            check.sharedLayers();
            check.losses();
        }
        return check.problems;
    }

    /** How often the picture doubles (and the channels halve) in an SNDCGAN of this size; 0 for a size without one. */
    static int stages(int imageSize) {
        return switch (imageSize) {
            case 16 -> 2;
            case 32, 48 -> 3;
            case 64 -> 4;
            default -> 0;
        };
    }

    private void imageSize() {
        int size = settings.data().imageSize();
        if (stages(size) == 0) {
            add(
                    "data.image_size",
                    "data.image_size is " + size + "; allowed is "
                            + SettingsSchema.field("data.image_size").allowed() + ".");
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
        int stages = stages(settings.data().imageSize());
        int full = channels(model.generatorChannels(), model.individualWidth());
        for (Width width : model.widthList()) {
            if (width.channels(full) >> stages == 0) {
                addTooNarrow(width, "generator", "model.generator_channels", model.generatorChannels(), 1 << stages);
                return;
            }
        }
    }

    private void discriminatorChannels() {
        int stages = stages(settings.data().imageSize());
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
        int layers = 2 * stages(settings.data().imageSize()) + 1;
        int shared = settings.discriminator().sharedLayers();
        if (settings.discriminator().kind() == Kind.SHARED && shared > layers) {
            add(
                    "discriminator.shared_layers",
                    "discriminator.shared_layers is " + shared + "; allowed is a whole number from 0 to " + layers
                            + ", the convolutions at " + settings.data().imageSize() + " pixels.");
        }
    }

    private void losses() {
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
