package io.slimgan.runs.evaluations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was measured at once on one subject. Immutable, for any thread.
 *
 * @param subject what was measured, as a table calls it: a run's name, "Individual", a folder's name
 * @param step of the checkpoint; empty of what has none, such as a folder of images
 * @param weights which images these are: SHA-256 of the generator, or of a folder's pixels
 * @param against SHA-256 of the real images, empty where none were used
 * @param values one per metric and width
 * @param consistency what lies behind a mean inception consistency, where one was measured
 * @param version of the program that measured
 * @param measured when
 */
public record Evaluation(
        String subject,
        OptionalLong step,
        String weights,
        String against,
        List<MetricValue> values,
        Optional<Consistency> consistency,
        String version,
        Instant measured) {

    public Evaluation {
        values = List.copyOf(values);
    }
}
