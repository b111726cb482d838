package io.slimgan.config;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/**
 * The generator and the size of the discriminators.
 *
 * @param backbone the family of networks
 * @param latentSize the length of z
 * @param generatorChannels channels of the generator's first layer at width 1 (g in the paper's code: ngf)
 * @param discriminatorChannels channels of the discriminator's last convolution (d in the paper's code: ndf)
 * @param widths the width multipliers that are trained, ascending, the last is 1
 * @param individualWidth 1 for a slimmable run; below 1 the run trains the individual generator of this width instead
 *     (one width whose channels are floor(generatorChannels x individualWidth)), as in the paper's "Individual" rows
 * @param individualNarrowDiscriminator whether an individual run's discriminator is as narrow as its generator
 * @param classes how many classes a class-conditional network draws; 0 for a network that knows none
 * @param conditionalNorm how a class-conditional generator's normalisation knows width and class
 * @param shortcutAfterRelu whether the shortcuts of residual discriminators see ReLU(x), as in the authors' code (method
 *     I.4); false is the textbook's x
 * @param initialisation how weights start
 * @param generatorSpectralNorm whether the generator's weights are spectrally normalised too, as BigGAN's are
 */
public record ModelSettings(
        Backbone backbone,
        @Min(1) @Max(1024) int latentSize,
        @Min(8) @Max(4096) int generatorChannels,
        @Min(8) @Max(4096) int discriminatorChannels,
        @Size(min = 1, max = 16) List<@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") Double> widths,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        double individualWidth,

        boolean individualNarrowDiscriminator,
        @Min(0) @Max(10_000) int classes,
        ConditionalNorm conditionalNorm,
        boolean shortcutAfterRelu,
        Initialisation initialisation,
        boolean generatorSpectralNorm) {

    public ModelSettings {
        widths = List.copyOf(widths);
    }

    /** A network without classes. */
    public ModelSettings(
            Backbone backbone,
            int latentSize,
            int generatorChannels,
            int discriminatorChannels,
            List<Double> widths,
            double individualWidth,
            boolean individualNarrowDiscriminator) {
        this(
                backbone,
                latentSize,
                generatorChannels,
                discriminatorChannels,
                widths,
                individualWidth,
                individualNarrowDiscriminator,
                0,
                ConditionalNorm.SLICEABLE,
                true,
                Initialisation.XAVIER,
                false);
    }

    /** The families of networks, and what each is at the image sizes that it draws. */
    public enum Backbone {
        /** SNDCGAN (Miyato et al. 2018) as in SlimGAN, method A.4; 16 pixels are not the paper's but for small tests. */
        SNDCGAN(
                "SNDCGAN",
                false,
                BackbonePlan.convolutions(16, 4, 2),
                BackbonePlan.convolutions(32, 4, 3),
                BackbonePlan.convolutions(48, 6, 3),
                BackbonePlan.convolutions(64, 4, 4)),
        /** SNGAN's residual network (Miyato et al. 2018) as in SlimGAN, method A.5. */
        SNGAN(
                "SNGAN",
                false,
                BackbonePlan.evenBlocks(32, 4, 3, 4, 2),
                BackbonePlan.taperedBlocks(48, 6, 3, 5, 4),
                BackbonePlan.taperedBlocks(64, 4, 4, 5, 5)),
        /** cGAN-pd (Miyato and Koyama 2018) as in SlimGAN, method A.6: the residual network with classes. */
        CGANPD("cGAN-pd", true, BackbonePlan.evenBlocks(32, 4, 3, 4, 2)),
        /** BigGAN (Brock et al. 2019) with sliced widths, method A.7; the paper published no code for it. */
        BIGGAN("BigGAN", true, BackbonePlan.hierarchical());

        private final String title;
        private final boolean conditional;
        private final List<BackbonePlan> plans;

        Backbone(String title, boolean conditional, BackbonePlan... plans) {
            this.title = title;
            this.conditional = conditional;
            this.plans = List.of(plans);
        }

        /** What papers call it. */
        public String title() {
            return title;
        }

        /** Whether it draws classes. */
        public boolean conditional() {
            return conditional;
        }

        /** Whether its blocks are residual, with shortcuts around their convolutions. */
        public boolean hasShortcuts() {
            return this != SNDCGAN;
        }

        /** The image sizes that it draws, ascending. */
        public List<Integer> imageSizes() {
            return plans.stream().map(BackbonePlan::imageSize).toList();
        }

        /** What it is at this size; empty if it does not draw it. */
        public Optional<BackbonePlan> plan(int imageSize) {
            return plans.stream().filter(plan -> plan.imageSize() == imageSize).findFirst();
        }
    }

    /** How weights start (method A.2, A.7). */
    public enum Initialisation {
        /** Xavier uniform, full-width fans: the authors'. */
        XAVIER,
        /** Orthogonal rows or columns: BigGAN's. */
        ORTHOGONAL
    }

    /** How the normalisation of a class-conditional generator knows width and class (method A.6). */
    public enum ConditionalNorm {
        /** scBN as in the authors' code: gain_class * (scale_width * x + bias_width) + shift_class; one table of classes. */
        SLICEABLE,
        /** scBN as in the paper's equation (6): gain_class * scale_width * x + bias_width + shift_class. */
        SLICEABLE_PAPER,
        /** A whole table of classes per width; an individual network's, too. */
        NAIVE
    }

    /** The trained widths as values. */
    public WidthList widthList() {
        return WidthList.of(widths);
    }

    /**
     * The widths as people call them: an individual run's only one is the narrow width that it stands for, though it is
     * the whole of its network.
     */
    public List<Width> namedWidths() {
        return widths.size() == 1
                ? List.of(new Width(individualWidth, 0))
                : widthList().widths();
    }
}
