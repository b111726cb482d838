package io.slimgan.models.sngan;

import io.slimgan.base.WidthList;
import io.slimgan.config.BackbonePlan;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.models.network.Discriminator;
import io.slimgan.models.residual.DownBlock;
import io.slimgan.models.residual.FirstBlock;
import io.slimgan.models.residual.Verdict;
import io.slimgan.nn.Activation;
import io.slimgan.nn.Channels;
import io.slimgan.nn.ConditionalNorm;
import io.slimgan.nn.Embedding;
import io.slimgan.nn.Layer;
import io.slimgan.nn.NaiveConditionalNorm;
import io.slimgan.nn.Sequence;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.SlimLinear;
import io.slimgan.nn.SwitchableBatchNorm;
import io.slimgan.nn.ToImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * SNGAN's residual networks (Miyato et al. 2018) as SlimGAN uses them (method A.5), and with classes cGAN-pd (Miyato and
 * Koyama 2018; method A.6): conditional normalisation in the generator, label projection in the discriminators.
 */
public final class Sngan {

    private Sngan() {}

    /** The generator: linear to the bottom map, doubling residual blocks, sBN, ReLU, convolution, tanh. */
    public static Layer generator(ModelSettings model, BackbonePlan plan, int channels, int colours) {
        WidthList widths = model.widthList();
        Channels first = Channels.slim(channels, 0);
        List<Layer> layers = new ArrayList<>();
        layers.add(new SlimLinear("l1", Channels.fixed(model.latentSize()), first, plan.bottom() * plan.bottom()));
        layers.add(new ToImage(first, plan.bottom()));
        Channels in = first;
        for (int block = 0; block < plan.doublings(); block++) {
            Channels out = Channels.slim(channels, Math.min(block + 1, plan.generatorHalvings()));
            layers.add(UpBlock.of("block." + block, in, out, (name, at) -> norm(model, name, at, widths)));
            in = out;
        }
        layers.add(new SwitchableBatchNorm("b", in, widths));
        layers.add(Activation.RELU);
        layers.add(new SlimConv("out", in, Channels.fixed(colours), 3, 1, 1, 1));
        layers.add(Activation.TANH);
        return new Sequence(layers);
    }

    private static Layer norm(ModelSettings model, String name, Channels channels, WidthList widths) {
        if (model.classes() == 0) {
            return new SwitchableBatchNorm(name, channels, widths);
        }
        return switch (model.conditionalNorm()) {
            case SLICEABLE -> new ConditionalNorm(name, channels, widths, model.classes(), false);
            case SLICEABLE_PAPER -> new ConditionalNorm(name, channels, widths, model.classes(), true);
            case NAIVE -> new NaiveConditionalNorm(name, channels, widths, model.classes());
        };
    }

    /** The discriminators: residual blocks, of which the leading ones halve the map, then the verdict. */
    public static Discriminator discriminator(RunSettings settings, BackbonePlan plan, int channels) {
        Channels colours = Channels.fixed(settings.data().channels());
        ModelSettings model = settings.model();
        boolean slimmable = settings.discriminator().kind() == Kind.SLIMMABLE;
        int blocks = plan.shareableLayers();
        return Discriminator.of(
                blocks + 1,
                (index, branch) -> {
                    Channels out = Channels.ofDiscriminator(plan.discriminatorChannels(channels, index), slimmable);
                    if (index == 0) {
                        return FirstBlock.of("block.0" + branch, colours, out);
                    }
                    Channels in = Channels.ofDiscriminator(plan.discriminatorChannels(channels, index - 1), slimmable);
                    if (index < blocks) {
                        boolean halves = index < plan.halvings();
                        return DownBlock.of("block." + index + branch, in, in, out, halves, model.shortcutAfterRelu());
                    }
                    Optional<Embedding> labels = model.classes() == 0
                            ? Optional.empty()
                            : Optional.of(new Embedding("label" + branch, model.classes(), in));
                    return new Verdict(new SlimLinear("logit" + branch, in, Channels.fixed(1), 1), labels);
                },
                settings.discriminator(),
                settings.model().widthList());
    }
}
