package io.slimgan.models.sndcgan;

import io.slimgan.base.WidthList;
import io.slimgan.config.BackbonePlan;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.models.network.Discriminator;
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

    private Sndcgan() {}

    /** The generator: linear to the bottom map, doublings of transposed convolution, sBN and ReLU, convolution, tanh. */
    public static Layer generator(ModelSettings model, BackbonePlan plan, int channels, int colours) {
        WidthList widths = model.widthList();
        Channels first = Channels.slim(channels, 0);
        List<Layer> layers = new ArrayList<>();
        layers.add(new SlimLinear("l1", Channels.fixed(model.latentSize()), first, plan.bottom() * plan.bottom()));
        layers.add(new ToImage(first, plan.bottom()));
        for (int stage = 0; stage < plan.doublings(); stage++) {
            Channels out = Channels.slim(channels, stage + 1);
            layers.add(new SlimConvTransposed("c." + stage, Channels.slim(channels, stage), out));
            layers.add(new SwitchableBatchNorm("b." + stage, out, widths));
            layers.add(Activation.RELU);
        }
        layers.add(new SlimConv("out", Channels.slim(channels, plan.doublings()), Channels.fixed(colours), 3, 1, 1, 1));
        layers.add(Activation.TANH);
        return new Sequence(layers);
    }

    /** The discriminators: pairs of 3/1/1 and 4/2/1 convolutions, one last 3/1/1, then a linear logit. */
    public static Discriminator discriminator(RunSettings settings, BackbonePlan plan, int channels) {
        Channels colours = Channels.fixed(settings.data().channels());
        int halvings = plan.halvings();
        int side = plan.imageSize() >> halvings;
        boolean slimmable = settings.discriminator().kind() == Kind.SLIMMABLE;
        int convolutions = plan.shareableLayers();
        return Discriminator.of(
                convolutions + 1,
                (index, branch) -> {
                    if (index == convolutions) {
                        Channels last = Channels.ofDiscriminator(channels, slimmable);
                        Channels flat = width -> last.at(width) * side * side;
                        return new Sequence(List.of(
                                Activation.FLATTEN, new SlimLinear("logit" + branch, flat, Channels.fixed(1), 1)));
                    }
                    boolean halves = index % 2 == 1;
                    Channels in = index == 0
                            ? colours
                            : Channels.ofDiscriminator(channels >> halvings - (index - 1) / 2, slimmable);
                    Channels out = halves ? in : Channels.ofDiscriminator(channels >> halvings - index / 2, slimmable);
                    SlimConv conv = new SlimConv("c." + index + branch, in, out, halves ? 4 : 3, halves ? 2 : 1, 1, 1);
                    return new Sequence(List.of(conv, Activation.LEAKY_RELU));
                },
                settings.discriminator(),
                settings.model().widthList());
    }
}
