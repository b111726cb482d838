package io.slimgan.session;

import io.slimgan.base.Width;
import java.util.List;

/**
 * What networks cost.
 *
 * @param generatorParameters stored parameters of the generator with all its widths
 * @param widths cost of each width, narrowest first
 * @param discriminatorParameters parameters of all discriminators, shared ones once
 * @param discriminatorMacs multiply-accumulates per image through one whole discriminator, "arith" convention
 */
public record ModelCosts(
        long generatorParameters, List<WidthCosts> widths, long discriminatorParameters, long discriminatorMacs) {

    public ModelCosts {
        widths = List.copyOf(widths);
    }

    /**
     * One width of the generator.
     *
     * @param width which one
     * @param parameters those that are active at this width
     * @param macs multiply-accumulates per image, method A.9's "arith" convention
     * @param macsExecuted the same as this program computes: a convolution beside a resized map runs on the small one
     * @param macsProfiler the same in the "profiler" convention of GAN Compression
     */
    public record WidthCosts(Width width, long parameters, long macs, long macsExecuted, long macsProfiler) {

        /** The same by another name of the width, as an individual run's only one goes by the narrow one it stands for. */
        public WidthCosts named(Width other) {
            return new WidthCosts(other, parameters, macs, macsExecuted, macsProfiler);
        }
    }
}
