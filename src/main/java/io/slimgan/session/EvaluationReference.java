package io.slimgan.session;

import io.slimgan.config.DataSettings;
import java.nio.file.Path;

/** The real images that generated ones are held against. */
public sealed interface EvaluationReference {

    /** Those of the run's own dataset that it was not trained on, where there are such. */
    record OwnDataset() implements EvaluationReference {}

    /**
     * Those of a dataset that are not for training, where there are such; brought to the run's image size.
     *
     * @param path its folder; empty of built-in images
     */
    record Dataset(DataSettings.Dataset dataset, String path) implements EvaluationReference {}

    /** Image files in a folder: brought to a run's image size; at their own beside a folder of images. */
    record Images(Path folder) implements EvaluationReference {}

    /** Mean and covariance in pytorch-fid's npz format: enough for a Fréchet distance. */
    record Statistics(Path file) implements EvaluationReference {}
}
