package io.slimgan.session;

/**
 * How far a measurement or a download is. Immutable.
 *
 * @param activity such as "Measuring first, seed 0"
 * @param done images whose features are known, or bytes that have come
 * @param total images or bytes in all; 0 while that is not known
 */
public record EvaluationProgress(String activity, long done, long total) {}
