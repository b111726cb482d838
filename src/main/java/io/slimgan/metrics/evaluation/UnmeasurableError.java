package io.slimgan.metrics.evaluation;

import io.slimgan.base.UserError;
import io.slimgan.config.Metric;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Some of the metrics asked for cannot be measured, which is known before any is; the others could be by themselves. */
public final class UnmeasurableError extends UserError {

    private static final long serialVersionUID = 1L;

    private final EnumSet<Metric> metrics;

    /** @param metrics that cannot be measured, at least one, for the reason that the sentence tells */
    public UnmeasurableError(Collection<Metric> metrics, String sentence) {
        super(sentence);
        this.metrics = EnumSet.copyOf(metrics);
    }

    /** The same with what made it so. */
    public UnmeasurableError(Collection<Metric> metrics, UserError cause) {
        super(cause.sentence(), cause);
        this.metrics = EnumSet.copyOf(metrics);
    }

    /** Those that the sentence is about. */
    public Set<Metric> metrics() {
        return EnumSet.copyOf(metrics);
    }
}
