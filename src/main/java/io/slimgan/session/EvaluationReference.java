package io.slimgan.session;

import io.slimgan.config.DataSettings;
import io.slimgan.config.OfficialFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The real images that generated ones are held against. */
public sealed interface EvaluationReference {

    /** What a folder of real images means: a dataset where its official files lie there, else images of any kind. */
    static EvaluationReference folder(Path folder) {
        return OfficialFiles.recognise(folder)
                .<EvaluationReference>map(known -> new Dataset(known, folder.toString()))
                .orElseGet(() -> new Images(folder));
    }

    /** Why a folder cannot be real images, as the rest of a sentence about it; empty where it can. */
    static Optional<String> refusal(Path folder) {
        return Files.isRegularFile(folder.resolve("run.yaml"))
                ? Optional.of(
                        "this is a run, whose pictures are no real images; allowed are shapes, a dataset's folder, a"
                                + " folder of images, and statistics.")
                : Optional.empty();
    }

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
