package io.slimgan.runs.evaluations;

import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;

/**
 * Everything that decided a measured number besides the images: two numbers are comparable only where these agree.
 * Immutable, for any thread.
 *
 * @param samples generated images, n
 * @param realSamples real images they were held against, 0 where none were
 * @param features the feature network's name, empty where none was used
 * @param featuresHash SHA-256 of its weights, empty where none was used
 * @param comparable whether the papers used that network
 * @param tap width of the tap, 0 where none was used
 * @param against what the real images were, such as {@code cifar10}
 * @param preprocessing how images came to the network's size (method D.2)
 * @param quantisation how generated images became bytes (method D.2a)
 * @param split which part of it, such as {@code test}
 * @param imageSize height and width of the images in pixels
 * @param seed keys the latents and the drawing of real images; the first of several
 * @param seeds how many seeds went into mean and deviation
 */
public record MeasuringProtocol(
        int samples,
        int realSamples,
        String features,
        String featuresHash,
        boolean comparable,
        int tap,
        Preprocessing preprocessing,
        Quantisation quantisation,
        String against,
        String split,
        int imageSize,
        long seed,
        int seeds) {}
