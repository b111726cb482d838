package io.slimgan.session;

/**
 * How far a measurement is.
 *
 * @param activity such as "Measuring first, seed 0"
 * @param done images whose features are known
 * @param total images in all; 0 while that is not known
 */
public record EvaluationProgress(String activity, long done, long total) {}
