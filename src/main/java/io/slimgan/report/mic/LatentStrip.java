package io.slimgan.report.mic;

import io.slimgan.base.RgbImages;

/**
 * One latent drawn at all widths.
 *
 * @param seed draws this latent again as a column, such as by {@code sample --seed}
 * @param className its class; empty for a run without classes
 * @param consistency its own IC: mean over the pairs of widths of the squared distance of its features
 * @param images one per width, narrowest first
 */
public record LatentStrip(long seed, String className, double consistency, RgbImages images) {

    /** Of a run without classes. */
    public LatentStrip(long seed, double consistency, RgbImages images) {
        this(seed, "", consistency, images);
    }
}
