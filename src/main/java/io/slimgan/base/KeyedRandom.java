package io.slimgan.base;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random streams that are found by key instead of being carried along: the same (seed, purpose, keys) gives the same
 * numbers in every process, so a resumed run draws what the straight run would have drawn. For any thread.
 */
public final class KeyedRandom {

    /** What a stream is for. The code is part of the key and never changes, or old runs could not be continued. */
    public enum Purpose {
        /** Initial weights; keys: a hash of the parameter's name. */
        INITIALISATION(1),
        /** Initial left singular vectors of spectral normalisation; keys: a hash of the parameter's name. */
        SPECTRAL_VECTOR(2),
        /** The order of the training images; keys: epoch. */
        SHUFFLE(3),
        /** Latents of a discriminator update; keys: step, update within the step, width index. */
        DISCRIMINATOR_LATENT(4),
        /** Adversarial latents of the generator update; keys: step, width index. */
        GENERATOR_LATENT(5),
        /** Latents of the distillation; keys: step. */
        DISTILLATION_LATENT(6),
        /** One latent of a grid's column; the column's own seed is the seed. */
        GRID_LATENT(7),
        /** The seeds of a run's fixed grid; keys: column. */
        GRID_SEED(8),
        /** The built-in images; keys: image index. */
        BUILT_IN_IMAGE(9),
        /** Inputs of the benchmark; keys: step, place. */
        BENCHMARK(10),
        /** Labels of a discriminator update's fakes; keys: step, update within the step, width index. */
        DISCRIMINATOR_LABEL(11),
        /** Labels of the generator update's fakes; keys: step, width index. */
        GENERATOR_LABEL(12),
        /** Labels of the distillation; keys: step. */
        DISTILLATION_LABEL(13),
        /** Where between a real and a drawn image a gradient penalty looks; keys: step, update, width index. */
        GRADIENT_PENALTY(15),
        /** The class of one image of a grid's column; the column's own seed is the seed. */
        GRID_LABEL(14),
        /** How a training image of the embedded feature network is altered; keys: epoch, image index. */
        AUGMENTATION(40),
        /** Distortions that a feature network must rank; keys: image index. */
        DISTORTION(41),
        /** The column seeds of measured latents ({@link #GRID_LATENT} then gives each its z); keys: latent index. */
        MEASURED_LATENT(50);

        private final long code;

        Purpose(long code) {
            this.code = code;
        }
    }

    private KeyedRandom() {}

    /** The stream of this key, from its beginning. */
    public static RandomGenerator stream(long seed, Purpose purpose, long... keys) {
        long state = mix(mix(seed) + purpose.code);
        for (long key : keys) {
            state = mix(state + key);
        }
        return new SplittableRandom(state);
    }

    /** The first {@code count} standard normal values of the stream of this key. */
    public static float[] normal(int count, long seed, Purpose purpose, long... keys) {
        RandomGenerator random = stream(seed, purpose, keys);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** The first {@code count} numbers from 0 to {@code bound} - 1, all alike likely, of the stream of this key. */
    public static int[] uniform(int count, int bound, long seed, Purpose purpose, long... keys) {
        RandomGenerator random = stream(seed, purpose, keys);
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            // Scaled here and not by nextInt(bound), whose way to the bound may differ between versions of Java.
            values[i] = (int) ((random.nextLong() >>> 32) * bound >>> 32);
        }
        return values;
    }

    /** Standard normal latents of grid columns, (seeds, latentSize) row-major: each column's seed alone decides its z. */
    public static float[] gridLatents(int latentSize, long... columnSeeds) {
        float[] all = new float[Math.multiplyExact(columnSeeds.length, latentSize)];
        for (int i = 0; i < columnSeeds.length; i++) {
            float[] one = normal(latentSize, columnSeeds[i], Purpose.GRID_LATENT);
            System.arraycopy(one, 0, all, i * latentSize, latentSize);
        }
        return all;
    }

    /** The finaliser of SplitMix64 over a golden-ratio increment (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        z += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
