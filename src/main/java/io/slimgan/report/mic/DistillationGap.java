package io.slimgan.report.mic;

import io.slimgan.base.Width;
import java.util.OptionalDouble;

/**
 * Two neighbouring widths: how far apart training held them, and how far apart they are.
 *
 * @param student the narrower
 * @param teacher the wider
 * @param consistency their IC
 * @param distillation mean squared difference of their images in [-1, 1] as training logged it last up to the measured
 *     step, before lambda; empty where the run does not distil this pair
 */
public record DistillationGap(Width student, Width teacher, OptionalDouble consistency, OptionalDouble distillation) {}
