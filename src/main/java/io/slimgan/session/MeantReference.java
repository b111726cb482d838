package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.data.Datasets;
import io.slimgan.data.Pictures;
import io.slimgan.data.ProgressListener;
import io.slimgan.metrics.evaluation.Checksums;
import io.slimgan.metrics.evaluation.PictureSource;
import io.slimgan.metrics.evaluation.Reference;
import io.slimgan.metrics.evaluation.StatisticsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a reference means for a subject: two subjects with the same answer share the open images. For the evaluation thread.
 *
 * @param data a dataset, brought to a size
 * @param pictures a folder whose files keep their sizes
 * @param statistics a file
 */
record MeantReference(Optional<DataSettings> data, Optional<Path> pictures, Optional<Path> statistics) {

    static MeantReference of(EvaluationReference reference, MeasuredSubject subject) {
        int size = subject.imageSize();
        if (reference instanceof EvaluationReference.OwnDataset) {
            return new MeantReference(subject.data(), Optional.empty(), Optional.empty());
        }
        if (reference instanceof EvaluationReference.Dataset named) {
            DataSettings data = new DataSettings(
                    named.dataset(), named.path(), size == 0 ? named.dataset().usualSize() : size);
            return new MeantReference(Optional.of(data), Optional.empty(), Optional.empty());
        }
        if (reference instanceof EvaluationReference.Images images) {
            String path = images.folder().toString();
            return size == 0
                    ? new MeantReference(Optional.empty(), Optional.of(images.folder()), Optional.empty())
                    : new MeantReference(
                            Optional.of(new DataSettings(DataSettings.Dataset.FOLDER, path, size)),
                            Optional.empty(),
                            Optional.empty());
        }
        Path file = ((EvaluationReference.Statistics) reference).file();
        return new MeantReference(Optional.empty(), Optional.empty(), Optional.of(file));
    }

    /**
     * Opens it; the source, where it is one, is the caller's to close.
     *
     * @param notes hears what the images say of themselves
     * @return empty where there is nothing
     * @throws UserError if it cannot be read
     */
    Optional<Reference> open(ProgressListener progress, Consumer<List<String>> notes) {
        if (data.isPresent()) {
            Datasets.HeldOut real = Datasets.openHeldOut(data.get(), progress);
            notes.accept(real.images().notes());
            return Optional.of(new Reference.Images(PictureSource.of(real)));
        }
        if (pictures.isPresent()) {
            return Optional.of(new Reference.Images(PictureSource.of(Pictures.in(pictures.get()))));
        }
        return statistics.map(file -> new Reference.Statistics(
                String.valueOf(file.getFileName()), StatisticsFile.read(file), Checksums.of(file)));
    }
}
