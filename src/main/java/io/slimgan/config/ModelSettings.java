package io.slimgan.config;

import io.slimgan.base.WidthList;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

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
 */
public record ModelSettings(
        Backbone backbone,
        @Min(1) @Max(1024) int latentSize,
        @Min(8) @Max(4096) int generatorChannels,
        @Min(8) @Max(4096) int discriminatorChannels,
        @Size(min = 1, max = 16) List<@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") Double> widths,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("1")
        double individualWidth,

        boolean individualNarrowDiscriminator) {

    public ModelSettings {
        widths = List.copyOf(widths);
    }

    /** The families of networks. */
    public enum Backbone {
        /** SNDCGAN (Miyato et al. 2018) as in SlimGAN, method A.4. */
        SNDCGAN
    }

    /** The trained widths as values. */
    public WidthList widthList() {
        return WidthList.of(widths);
    }
}
