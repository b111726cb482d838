package io.slimgan.models.sndcgan;

import io.slimgan.base.UserError;
import io.slimgan.base.WidthList;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.models.network.Discriminator;
import io.slimgan.models.network.Generator;
import io.slimgan.nn.Activation;
import io.slimgan.nn.Channels;
import io.slimgan.nn.Layer;
import io.slimgan.nn.Sequence;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.SlimConvTransposed;
import io.slimgan.nn.SlimLinear;
import io.slimgan.nn.SwitchableBatchNorm;
import io.slimgan.nn.ToImage;
import java.util.ArrayList;
import java.util.List;

/**
 * SNDCGAN (Miyato et al. 2018) as SlimGAN uses it (method A.4): a stack of transposed convolutions against a stack of
 * spectrally normalised ones.
 */
public final class Sndcgan {

    private static final Channels COLOURS = Channels.fixed(3);

    /**
     * What an image size decides.
     *
     * @param bottom side of the generator's first feature map
     * @param doublings how often the generator doubles it, and the discriminator halves the image
     */
    private record Geometry(int bottom, int doublings) {
        static Geometry of(int imageSize) {
            return switch (imageSize) {
                case 16 -> new Geometry(4, 2); // not the paper's: the same plan with one doubling less, for small tests
                case 32 -> new Geometry(4, 3);
                case 48 -> new Geometry(6, 3);
                case 64 -> new Geometry(4, 4);
                default ->
                    throw new UserError("data.image_size is " + imageSize
                            + ", but SNDCGAN draws 16, 32, 48 or 64 pixels; choose one of these.");
            };
        }
    }

    private Sndcgan() {}

    /** The generator: linear to the bottom map, doublings of transposed convolution, sBN and ReLU, convolution, tanh. */
    public static Generator generator(int imageSize, int channels, int latentSize, WidthList widths) {
        Geometry geometry = Geometry.of(imageSize);
        Channels first = Channels.slim(channels, 0);
        List<Layer> layers = new ArrayList<>();
        layers.add(new SlimLinear("l1", Channels.fixed(latentSize), first, geometry.bottom * geometry.bottom));
        layers.add(new ToImage(first, geometry.bottom));
        for (int stage = 0; stage < geometry.doublings; stage++) {
            Channels out = Channels.slim(channels, stage + 1);
            layers.add(new SlimConvTransposed("c." + stage, Channels.slim(channels, stage), out));
            layers.add(new SwitchableBatchNorm("b." + stage, out, widths));
            layers.add(Activation.RELU);
        }
        layers.add(new SlimConv("out", Channels.slim(channels, geometry.doublings), COLOURS, 3, 1, 1, 1));
        layers.add(Activation.TANH);
        return new Generator(new Sequence(layers), latentSize, imageSize, widths);
    }

    /** The discriminators: pairs of 3/1/1 and 4/2/1 convolutions, one last 3/1/1, then a linear logit. */
    public static Discriminator discriminator(
            int imageSize, int channels, DiscriminatorSettings settings, WidthList widths) {
        int halvings = Geometry.of(imageSize).doublings;
        int side = imageSize >> halvings;
        boolean slimmable = settings.kind() == Kind.SLIMMABLE;
        int convolutions = 2 * halvings + 1;
        return Discriminator.of(
                convolutions + 1,
                (index, branch) -> {
                    if (index == convolutions) {
                        Channels last = place(channels, slimmable);
                        Channels flat = width -> last.at(width) * side * side;
                        return new Sequence(List.of(
                                Activation.FLATTEN, new SlimLinear("logit" + branch, flat, Channels.fixed(1), 1)));
                    }
                    boolean halves = index % 2 == 1;
                    Channels in = index == 0 ? COLOURS : place(channels >> halvings - (index - 1) / 2, slimmable);
                    Channels out = halves ? in : place(channels >> halvings - index / 2, slimmable);
                    SlimConv conv = new SlimConv("c." + index + branch, in, out, halves ? 4 : 3, halves ? 2 : 1, 1, 1);
                    return new Sequence(List.of(conv, Activation.LEAKY_RELU));
                },
                settings,
                widths);
    }

    /** A place of the discriminator: its channels, all of them unless the discriminator itself is slimmable. */
    private static Channels place(int full, boolean slimmable) {
        return slimmable ? width -> width.channels(full) : Channels.fixed(full);
    }
}
