package io.slimgan.models.network;

import io.slimgan.base.WidthList;
import io.slimgan.nn.Initial;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A slimmable generator: latents (N, latentSize) to images (N, 3 or 1, imageSize, imageSize) in [-1, 1].
 *
 * @param layers from latent to image
 * @param latentSize the length of z
 * @param imageSize height and width in pixels
 * @param widths the widths that it is trained at
 * @param classes how many classes it draws; 0 if it knows none
 * @param normalised whether its weights are spectrally normalised, as BigGAN's are (method A.3)
 */
public record Generator(
        Layer layers, int latentSize, int imageSize, WidthList widths, int classes, boolean normalised) {

    private static final String WEIGHT = ".weight";

    /** All tensors, with the singular vectors of spectral normalisation where there is any. */
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(layers.parameters());
        for (ParameterSpec spec : layers.parameters()) {
            if (isNormalised(spec)) {
                long[] shape = {1, spec.shape()[0]};
                specs.add(new ParameterSpec(layerOf(spec) + ".sn_u", shape, new Initial.UnitVector(), false));
            }
        }
        return specs;
    }

    /** Prefixes of the layers whose weight is spectrally normalised: convolutions and linear layers, not class tables. */
    public List<String> normalisedLayers() {
        return layers.parameters().stream()
                .filter(this::isNormalised)
                .map(Generator::layerOf)
                .toList();
    }

    private boolean isNormalised(ParameterSpec spec) {
        return normalised
                && spec.name().endsWith(WEIGHT)
                && spec.shape().length >= 2
                && !spec.name().contains("embed");
    }

    private static String layerOf(ParameterSpec weight) {
        return weight.name().substring(0, weight.name().length() - WEIGHT.length());
    }
}
