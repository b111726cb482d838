package io.slimgan.session;

import io.slimgan.config.DataSettings;
import io.slimgan.metrics.evaluation.Subject;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A subject, found.
 *
 * @param weights tells its images from any others
 * @param home the folder that keeps what is measured on it
 * @param data the run's own images; empty of what is no run
 */
record MeasuredSubject(Subject subject, String weights, Path home, Optional<DataSettings> data) {

    /** Height and width of the images in pixels; 0 where each has its own. */
    int imageSize() {
        return subject instanceof Subject.Generators generators ? generators.imageSize() : 0;
    }
}
