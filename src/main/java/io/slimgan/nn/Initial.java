package io.slimgan.nn;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a tensor starts (method A.2). Values depend on the seed and the tensor's name alone. */
public sealed interface Initial {

    /** Fills the first values of the tensor of this name. */
    void fill(float[] values, long seed, String name);

    /** Uniform in (-bound, bound). */
    record Uniform(double bound) implements Initial {
        @Override
        public void fill(float[] values, long seed, String name) {
            RandomGenerator random = KeyedRandom.stream(seed, Purpose.INITIALISATION, name.hashCode());
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) ((random.nextDouble() * 2 - 1) * bound);
            }
        }
    }

    /** All entries alike. */
    record Constant(float value) implements Initial {
        @Override
        public void fill(float[] values, long seed, String name) {
            Arrays.fill(values, value);
        }
    }

    /** A random direction of length 1: the first left singular vector of spectral normalisation. */
    record UnitVector() implements Initial {
        @Override
        public void fill(float[] values, long seed, String name) {
            RandomGenerator random = KeyedRandom.stream(seed, Purpose.SPECTRAL_VECTOR, name.hashCode());
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
                squares += (double) values[i] * values[i];
            }
            float length = (float) Math.max(Math.sqrt(squares), 1e-12);
            for (int i = 0; i < values.length; i++) {
                values[i] /= length;
            }
        }
    }

    /**
     * A table (classes, 2 * channels) of conditional normalisation: gains N(1, deviation) in the first half of each row,
     * shifts 0 in the second.
     */
    record GainsAndShifts(int channels, double deviation) implements Initial {
        @Override
        public void fill(float[] values, long seed, String name) {
            RandomGenerator random = KeyedRandom.stream(seed, Purpose.INITIALISATION, name.hashCode());
            for (int i = 0; i < values.length; i++) {
                values[i] = i % (2 * channels) < channels ? (float) (1 + deviation * random.nextGaussian()) : 0;
            }
        }
    }

    /**
     * Orthonormal rows, or columns where there are fewer of them (Saxe et al. 2014), of the weight as a matrix (out, rest).
     * What is filled in here is the Gaussian matrix that the engine then makes orthogonal.
     */
    record Orthogonal() implements Initial {
        @Override
        public void fill(float[] values, long seed, String name) {
            RandomGenerator random = KeyedRandom.stream(seed, Purpose.INITIALISATION, name.hashCode());
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
        }

        /** The same tensors, their weights of two and more dimensions starting like this. */
        public static List<ParameterSpec> inPlaceOfXavier(List<ParameterSpec> specs) {
            return specs.stream()
                    .map(spec -> spec.initial() instanceof Uniform && spec.shape().length >= 2
                            ? new ParameterSpec(spec.name(), spec.shape(), new Orthogonal(), spec.trained())
                            : spec)
                    .toList();
        }
    }

    /** Xavier (Glorot) uniform with gain: U(-a, a), a = gain * sqrt(6 / (fanIn + fanOut)), full-width fans. */
    static Initial xavier(double gain, long fanIn, long fanOut) {
        return new Uniform(gain * Math.sqrt(6.0 / (fanIn + fanOut)));
    }

    /** A bias's U(-b, b), b = 1 / sqrt(fanIn). */
    static Initial bias(long fanIn) {
        return new Uniform(1 / Math.sqrt(fanIn));
    }
}
