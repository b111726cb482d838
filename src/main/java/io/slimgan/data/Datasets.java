package io.slimgan.data;

import io.slimgan.base.UserError;
import io.slimgan.config.DataLocation;
import io.slimgan.config.DataSettings;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens what a run's settings name. */
public final class Datasets {

    private static final Logger LOG = LoggerFactory.getLogger(Datasets.class);

    private Datasets() {}

    /**
     * Reads and decodes a dataset; takes seconds to minutes for large folders, so it is called on a background thread.
     *
     * @param settings which one, and the images' size
     * @param progress hears how far it is, and may end it
     * @return the open set, the caller's to close
     * @throws UserError if the files are missing, malformed or unreadable
     * @throws java.util.concurrent.CancellationException if {@code progress} said so
     */
    public static ImageSet open(DataSettings settings, ProgressListener progress) {
        long start = System.nanoTime();
        ImageSet set = switch (settings.dataset()) {
            case SHAPES -> DrawnImages.open(settings.imageSize());
            case CIFAR10, CIFAR100 ->
                CifarFolder.open(Unpacked.folder(DataLocation.of(settings), settings, progress), settings, progress);
            case MNIST ->
                MnistFiles.open(Unpacked.folder(DataLocation.of(settings), settings, progress), settings, progress);
            case FOLDER ->
                ImageFolder.open(Unpacked.folder(DataLocation.of(settings), settings, progress), settings, progress);
            case STL10 -> StlFolder.open(Unpacked.folder(DataLocation.of(settings), settings, progress), settings);
            case CELEBA -> CelebaFaces.open(DataLocation.of(settings), settings, progress);
            case IMAGENET -> SynsetFolders.open(DataLocation.of(settings).path(), settings, progress);
        };
        LOG.info("Opened {}: {} images in {} ms", set.name(), set.size(), (System.nanoTime() - start) / 1_000_000);
        set.notes().forEach(note -> LOG.info("{}: {}", set.name(), note));
        return set;
    }

    /**
     * Images to measure against.
     *
     * @param images the caller's to close
     * @param split {@code test}, {@code test-10k} of CelebA as in the code, {@code val} or {@code held-out} where they are not for training; {@code unlabelled} of
     *     STL-10 as in the paper; {@code train} where the files of the others are missing; {@code all} of a folder, which
     *     has no such division
     */
    public record HeldOut(ImageSet images, String split) {}

    /**
     * Like {@link #open}, the reference images of method G: those that a run is not trained on where the dataset has such,
     * else the same images.
     */
    public static HeldOut openHeldOut(DataSettings settings, ProgressListener progress) {
        return switch (settings.dataset()) {
            case SHAPES -> new HeldOut(DrawnImages.heldOut(settings.imageSize()), "held-out");
            case CIFAR10, CIFAR100 ->
                test(CifarFolder.openTest(anyFolder(settings, progress), settings, progress), settings, progress);
            case MNIST ->
                test(MnistFiles.openTest(anyFolder(settings, progress), settings, progress), settings, progress);
            case FOLDER -> new HeldOut(open(settings, progress), "all");
            case STL10 ->
                StlFolder.heldOut(anyFolder(settings, progress), settings)
                        .orElseGet(() -> new HeldOut(open(settings, progress), "train"));
            case CELEBA ->
                CelebaFaces.heldOut(DataLocation.of(settings), settings, progress)
                        .orElseGet(() -> new HeldOut(open(settings, progress), "train"));
            case IMAGENET -> {
                Optional<ImageSet> validation =
                        SynsetFolders.openValidation(DataLocation.of(settings).path(), settings, progress);
                yield validation.isPresent()
                        ? new HeldOut(validation.get(), "val")
                        : new HeldOut(open(settings, progress), "train");
            }
        };
    }

    private static HeldOut test(Optional<ImageSet> test, DataSettings settings, ProgressListener progress) {
        return test.map(images -> new HeldOut(images, "test"))
                .orElseGet(() -> new HeldOut(open(settings, progress), "train"));
    }

    private static Path anyFolder(DataSettings settings, ProgressListener progress) {
        return Unpacked.folder(DataLocation.ofAny(settings), settings, progress);
    }
}
