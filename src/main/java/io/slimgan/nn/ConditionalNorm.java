package io.slimgan.nn;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import java.util.ArrayList;
import java.util.List;

/**
 * Sliceable conditional batch normalisation, scBN (SlimGAN, equation (6); method A.6): a whole switchable batch
 * normalisation per width, and one table of gains and shifts by class of which a width uses the leading channels.
 *
 * @param name prefix of its tensors: {@code bn.<width>.*}, {@code embed.weight} (classes, 2 * channels), gains first
 * @param classes how many classes there are
 * @param additive true for the paper's gain * scale * x + bias + shift; false for the authors' code, gain * (scale * x +
 *     bias) + shift
 */
public record ConditionalNorm(String name, Channels channels, WidthList widths, int classes, boolean additive)
        implements Layer {

    /** Standard deviation of the gains at the start, around 1. */
    static final double DEVIATION = 0.02;

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(perWidth().parameters());
        int full = channels.full();
        specs.add(new ParameterSpec(
                name + ".embed.weight",
                new long[] {classes, 2L * full},
                new Initial.GainsAndShifts(full, DEVIATION),
                true));
        return specs;
    }

    private SwitchableBatchNorm perWidth() {
        return new SwitchableBatchNorm(name, channels, widths);
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T normalised = perWidth().apply(ops, parameters, x, pass);
        Width width = pass.width();
        int full = channels.full();
        int used = channels.at(width);
        T table = parameters.get(name + ".embed.weight");
        T gain = ops.lookup(pass.requiredClasses(), table, 0, used);
        T shift = ops.lookup(pass.requiredClasses(), table, full, full + used);
        if (additive) {
            // The bias has been added already and is about to be multiplied: what that adds too much is taken off
            // again.
            T bias = parameters.get(perWidth().prefix(width) + "bias");
            shift = ops.add(shift, ops.subtract(bias, ops.multiply(gain, bias)));
        }
        return ops.modulate(normalised, gain, shift);
    }
}
