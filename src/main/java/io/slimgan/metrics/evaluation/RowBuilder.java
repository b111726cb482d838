package io.slimgan.metrics.evaluation;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.statistics.Moments;
import io.slimgan.metrics.statistics.VarianceOfLaplacian;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Gathers a row batch by batch. For the measuring thread. */
final class RowBuilder {

    private final List<Width> widths;
    private final int tap;
    private final FeatureRows features;
    private final FeatureRows logits;
    private double sharpness;
    private int sharp;

    RowBuilder(List<Width> widths, Demand demand, int tap) {
        this.widths = widths;
        this.tap = tap;
        this.features = new FeatureRows(demand.features());
        this.logits = new FeatureRows(demand.logits());
    }

    /** Rows {@code from} to {@code to - 1} of what the network gave for a batch. */
    void add(Map<Integer, FeatureMatrix> batch, int from, int to) {
        batch.forEach(
                (of, matrix) -> (of == FeatureNetwork.LOGITS ? logits : features).add(Map.of(of, matrix), from, to));
    }

    void addSharpness(RgbImages images) {
        for (int i = 0; i < images.count(); i++) {
            sharpness += VarianceOfLaplacian.of(images, i);
            sharp++;
        }
    }

    MeasuredRow row() {
        Optional<FeatureMatrix> all = features.of(tap);
        return new MeasuredRow(
                widths,
                all,
                all.map(Moments::of),
                logits.of(FeatureNetwork.LOGITS),
                sharp == 0 ? OptionalDouble.empty() : OptionalDouble.of(sharpness / sharp));
    }
}
