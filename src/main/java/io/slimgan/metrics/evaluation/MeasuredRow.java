package io.slimgan.metrics.evaluation;

import io.slimgan.base.Width;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.statistics.Moments;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of one set of generated images.
 *
 * @param widths the width they were drawn at; none of images that were there already
 * @param features (n, d)
 * @param moments of the features
 * @param logits (m, classes)
 * @param sharpness mean variance of the Laplacian
 */
record MeasuredRow(
        List<Width> widths,
        Optional<FeatureMatrix> features,
        Optional<Moments> moments,
        Optional<FeatureMatrix> logits,
        OptionalDouble sharpness) {}
