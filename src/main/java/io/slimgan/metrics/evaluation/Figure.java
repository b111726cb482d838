package io.slimgan.metrics.evaluation;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.metrics.statistics.MeanAndStd;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One number of one seed.
 *
 * @param real whether it is of the real images
 * @param std over the metric's own splits or subsets
 * @param warning what the user should know of it
 */
record Figure(
        Metric metric, List<Width> widths, boolean real, double value, OptionalDouble std, Optional<String> warning) {

    static Figure of(Metric metric, List<Width> widths, double value) {
        return new Figure(metric, widths, false, value, OptionalDouble.empty(), Optional.empty());
    }

    static Figure of(Metric metric, List<Width> widths, MeanAndStd value) {
        return new Figure(metric, widths, false, value.mean(), OptionalDouble.of(value.std()), Optional.empty());
    }

    Figure warned(Optional<String> sentence) {
        return new Figure(metric, widths, real, value, std, sentence);
    }

    Figure ofReal() {
        return new Figure(metric, widths, true, value, std, warning);
    }
}
