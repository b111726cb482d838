package io.slimgan.runs.events;

/**
 * One point of a curve.
 *
 * @param tag such as {@code loss/generator/0.25}
 * @param step finished generator updates
 * @param wallTime seconds since 1970
 * @param value as logged, in float32 precision
 */
public record ScalarPoint(String tag, long step, double wallTime, double value) {}
