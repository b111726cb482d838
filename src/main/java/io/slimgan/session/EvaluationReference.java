package io.slimgan.session;

import io.slimgan.config.DataSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The real images that generated ones are held against. */
public sealed interface EvaluationReference {

    /** What a folder of real images means: CIFAR-10 where its files lie there, else images of any kind. */
    static EvaluationReference folder(Path folder) {
        boolean cifar = Files.isRegularFile(folder.resolve("test_batch.bin"))
                || Files.isRegularFile(folder.resolve("cifar-10-batches-bin").resolve("test_batch.bin"));
        return cifar ? new Dataset(DataSettings.Dataset.CIFAR10, folder.toString()) : new Images(folder);
    }

    /** Why a folder cannot be real images, as the rest of a sentence about it; empty where it can. */
    static Optional<String> refusal(Path folder) {
        return Files.isRegularFile(folder.resolve("run.yaml"))
                ? Optional.of(
                        "this is a run, whose pictures are no real images; allowed are shapes, CIFAR-10's folder, a"
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
