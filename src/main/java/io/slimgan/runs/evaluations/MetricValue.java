package io.slimgan.runs.evaluations;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measured number. Immutable, for any thread.
 *
 * @param metric what was measured
 * @param name the metric's name with its marks, such as {@code FID*-1k}; see {@link Metric#named}
 * @param widths the width it belongs to; two of an inception consistency; all of a mean one; none of a folder of images
 * @param value the number; the mean where several seeds or subsets were taken
 * @param std population standard deviation over seeds, subsets or splits, whichever the metric has
 * @param protocol what decided it
 * @param warning a sentence for the user, such as that there were fewer samples than features
 */
public record MetricValue(
        Metric metric,
        String name,
        List<Width> widths,
        double value,
        OptionalDouble std,
        MeasuringProtocol protocol,
        Optional<String> warning) {

    public MetricValue {
        widths = List.copyOf(widths);
    }

    /** The width, of a value that belongs to exactly one. */
    public Optional<Width> width() {
        return widths.size() == 1 ? Optional.of(widths.get(0)) : Optional.empty();
    }

    /** The same of other widths, as where a run of one width stands in a row of several. */
    public MetricValue withWidths(List<Width> others) {
        return new MetricValue(metric, name, others, value, std, protocol, warning);
    }
}
