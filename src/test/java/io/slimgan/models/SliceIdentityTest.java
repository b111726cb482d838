package io.slimgan.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.config.ImageFormat;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.ModelSettings.ConditionalNorm;
import io.slimgan.config.ModelSettings.Initialisation;
import io.slimgan.nn.ParameterSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A width of a slimmable generator draws bit for bit what an individual one with the same weights draws (method A.1). */
class SliceIdentityTest {

    private static ModelSettings model(Backbone backbone, int channels, List<Double> widths, ConditionalNorm norm) {
        return new ModelSettings(
                backbone,
                backbone == Backbone.BIGGAN ? 24 : 16,
                channels,
                16,
                widths,
                1,
                false,
                backbone.conditional() ? 3 : 0,
                norm,
                true,
                Initialisation.XAVIER,
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "SNDCGAN, 48, 32, SLICEABLE",
        "SNDCGAN, 64, 64, SLICEABLE",
        "SNGAN, 32, 16, SLICEABLE",
        "SNGAN, 48, 32, SLICEABLE",
        "SNGAN, 64, 64, SLICEABLE",
        "CGANPD, 32, 16, SLICEABLE",
        "CGANPD, 32, 16, SLICEABLE_PAPER",
        "CGANPD, 32, 16, NAIVE",
        "BIGGAN, 128, 64, SLICEABLE"
    })
    void aWidthIsAnIndividualGenerator(Backbone backbone, int size, int channels, ConditionalNorm norm) {
        ModelSettings slim = model(backbone, channels, List.of(0.25, 0.375, 1.0), norm);
        ImageFormat format = ImageFormat.colour(size);
        Map<String, HostTensor> weights = new LinkedHashMap<>();
        for (ParameterSpec spec : Networks.generator(slim, format).parameters()) {
            weights.put(spec.name(), random(spec));
        }
        LatentBatch latents = LatentBatch.ofSeeds(slim.latentSize(), slim.classes(), List.of(1L, 2L, 3L));
        for (Width width : slim.widthList()) {
            ModelSettings individual = model(backbone, width.channels(channels), List.of(1.0), norm);
            Map<String, HostTensor> own = new LinkedHashMap<>();
            for (ParameterSpec spec : Networks.generator(individual, format).parameters()) {
                String source = spec.name()
                        .replace(".bn.0.", ".bn." + width.index() + ".")
                        .replace(".embed.0.", ".embed." + width.index() + ".");
                HostTensor whole = Objects.requireNonNull(weights.get(source), source);
                own.put(
                        spec.name(),
                        spec.name().endsWith(".embed.weight") ? halves(whole, spec) : leading(whole, spec));
            }
            try (GeneratorSampler sliced = GeneratorSampler.create(slim, format, weights, 1);
                    GeneratorSampler alone = GeneratorSampler.create(individual, format, own, 1)) {
                assertThat(alone.generate(new Width(1, 0), latents)).isEqualTo(sliced.generate(width, latents));
            }
        }
    }

    /** Every tensor random, so that none is left out unnoticed; variances are positive. */
    private static HostTensor random(ParameterSpec spec) {
        float[] values = KeyedRandom.normal(
                (int) spec.size(), 1, Purpose.BENCHMARK, spec.name().hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = spec.name().endsWith("running_var") ? 1 + values[i] * values[i] : values[i] / 8;
        }
        return new HostTensor(values, spec.shape());
    }

    /** A table's leading gains and leading shifts. */
    private static HostTensor halves(HostTensor table, ParameterSpec spec) {
        int classes = (int) spec.shape()[0];
        int to = (int) spec.shape()[1] / 2;
        int from = (int) table.shape()[1] / 2;
        float[] values = new float[classes * 2 * to];
        for (int row = 0; row < 2 * classes; row++) {
            System.arraycopy(table.values(), row * from, values, row * to, to);
        }
        return new HostTensor(values, spec.shape());
    }

    /** The leading entries of every dimension. */
    private static HostTensor leading(HostTensor whole, ParameterSpec spec) {
        long[] shape = spec.shape();
        float[] values = new float[(int) spec.size()];
        for (int i = 0; i < values.length; i++) {
            int rest = i;
            int from = 0;
            int stride = 1;
            for (int d = shape.length - 1; d >= 0; d--) {
                from += rest % (int) shape[d] * stride;
                rest /= (int) shape[d];
                stride *= (int) whole.shape()[d];
            }
            values[i] = whole.values()[from];
        }
        return new HostTensor(values, shape);
    }
}
