package io.slimgan.models.biggan;

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
import io.slimgan.nn.Embedding;
import io.slimgan.nn.Layer;
import io.slimgan.nn.Sequence;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.SlimLinear;
import io.slimgan.nn.SwitchableBatchNorm;
import io.slimgan.nn.ToImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * BigGAN for 128 pixels (Brock et al. 2019) by its authors' public definition, made slimmable (method A.7; the paper
 * published no code for this part). Channels are those of the widest map: 16 times the definition's {@code ch}.
 */
public final class Biggan {

    /** The length of a class's vector. */
    private static final int CLASS_VECTOR = 128;

    /** Attention follows the generator's block that makes the 64 x 64 map, and the discriminators' first block. */
    private static final int ATTENTION_AFTER = 3;

    private Biggan() {}

    /** The generator. */
    public static Layer generator(ModelSettings model, BackbonePlan plan, int channels, int colours) {
        WidthList widths = model.widthList();
        int part = model.latentSize() / plan.latentParts();
        Channels first = Channels.slim(channels, 0);
        List<HierarchicalBlock> blocks = new ArrayList<>();
        Channels in = first;
        for (int block = 0; block < plan.doublings(); block++) {
            Channels out = Channels.slim(channels, block);
            blocks.add(HierarchicalBlock.of("block." + block, in, out, widths, CLASS_VECTOR + part));
            in = out;
        }
        return new HierarchicalGenerator(
                new Embedding("embed", model.classes(), Channels.fixed(CLASS_VECTOR)),
                part,
                new Sequence(List.of(
                        new SlimLinear("l1", Channels.fixed(part), first, plan.bottom() * plan.bottom()),
                        new ToImage(first, plan.bottom()))),
                blocks,
                new SelfAttention("attention", Channels.slim(channels, ATTENTION_AFTER)),
                ATTENTION_AFTER,
                new Sequence(List.of(
                        new SwitchableBatchNorm("b", in, widths),
                        Activation.RELU,
                        new SlimConv("out", in, Channels.fixed(colours), 3, 1, 1, 1),
                        Activation.TANH)));
    }

    /** The discriminators. */
    public static Discriminator discriminator(RunSettings settings, BackbonePlan plan, int channels) {
        ModelSettings model = settings.model();
        Channels colours = Channels.fixed(settings.data().channels());
        boolean slimmable = settings.discriminator().kind() == Kind.SLIMMABLE;
        int blocks = plan.shareableLayers();
        return Discriminator.of(
                blocks + 1,
                (index, branch) -> {
                    Channels out = Channels.ofDiscriminator(plan.discriminatorChannels(channels, index), slimmable);
                    if (index == 0) {
                        return new Sequence(List.of(
                                FirstBlock.of("block.0" + branch, colours, out),
                                new SelfAttention("attention" + branch, out)));
                    }
                    Channels in = Channels.ofDiscriminator(plan.discriminatorChannels(channels, index - 1), slimmable);
                    if (index < blocks) {
                        return DownBlock.of(
                                "block." + index + branch,
                                in,
                                out,
                                out,
                                index < plan.halvings(),
                                model.shortcutAfterRelu());
                    }
                    return new Verdict(
                            new SlimLinear("logit" + branch, in, Channels.fixed(1), 1),
                            Optional.of(new Embedding("label" + branch, model.classes(), in)));
                },
                settings.discriminator(),
                model.widthList());
    }
}
