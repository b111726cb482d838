package io.slimgan.data.gallery;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.config.DataLocation;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.data.Datasets;
import io.slimgan.data.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;

/** Opens what settings name, to be looked at. */
public final class Galleries {

    private Galleries() {}

    /**
     * Opens a dataset's training images: sets of files of their own are only listed, others are read whole.
     *
     * @param progress hears how far it is, and may end it
     * @throws UserError if the files are missing or malformed
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public static Gallery open(DataSettings settings, ProgressListener progress) {
        return settings.dataset() == Dataset.FOLDER
                ? folder(settings, progress)
                : new SetGallery(Datasets.open(settings, progress));
    }

    private static Gallery folder(DataSettings settings, ProgressListener progress) {
        Path folder = DataLocation.of(settings).path();
        try {
            return FolderGallery.open(name(folder), folder, settings.imageSize(), progress);
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }
}
