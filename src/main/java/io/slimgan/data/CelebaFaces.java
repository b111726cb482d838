package io.slimgan.data;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.DataLocation;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.data.archives.FileShelf;
import io.slimgan.data.archives.FolderShelf;
import io.slimgan.data.archives.ZipShelf;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.official.CelebaPartition;
import io.slimgan.data.official.CelebaPartition.Part;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * CelebA's aligned faces (method G), in a folder or in their zip archive: 178 x 218 pixels, of which the centred square of
 * 178 is resized. They have no classes.
 */
final class CelebaFaces {

    private static final String TITLE = "CelebA";
    private static final int WIDTH = 178;
    private static final int HEIGHT = 218;
    private static final int REFERENCE = 10_000;

    private final DataLocation place;
    private final DataSettings settings;
    private final ProgressListener progress;
    private final List<String> notes = new ArrayList<>();

    private CelebaFaces(DataLocation place, DataSettings settings, ProgressListener progress) {
        this.place = place;
        this.settings = settings;
        this.progress = progress;
    }

    /** The images for training. */
    static ImageSet open(DataLocation place, DataSettings settings, ProgressListener progress) {
        boolean paper = settings.split() == Split.PAPER;
        CelebaFaces faces = new CelebaFaces(place, settings, progress);
        faces.notes.add(
                paper
                        ? "The images for training and validation are trained with, as data.split paper says."
                        : "The images of the official training part are trained with, as data.split code says.");
        return faces.open(part -> part == Part.TRAINING || paper && part == Part.VALIDATION, Integer.MAX_VALUE)
                .orElseThrow(() -> new UserError("data.path is " + place.path()
                        + ", whose images are all for measuring and none for training; it must name the whole of the"
                        + " aligned faces."));
    }

    /** The images to measure against; empty if there are none. */
    static Optional<Datasets.HeldOut> heldOut(DataLocation place, DataSettings settings, ProgressListener progress) {
        boolean paper = settings.split() == Split.PAPER;
        CelebaFaces faces = new CelebaFaces(place, settings, progress);
        faces.notes.add(
                paper
                        ? "All images of the official test part, as data.split paper says."
                        : "At most 10,000 images of the official test part, chosen at random once and for all, as"
                                + " data.split code says.");
        // The two are not the same images, so what is measured against them must not bear the same name.
        return faces.open(part -> part == Part.TESTING, paper ? Integer.MAX_VALUE : REFERENCE)
                .map(set -> new Datasets.HeldOut(set, paper ? "test" : "test-10k"));
    }

    private Optional<ImageSet> open(Predicate<Part> wanted, int most) {
        FileShelf shelf = place.archive()
                ? ZipShelf.of(place.path())
                : FolderShelf.of(
                        place.path(), found -> progress.progress("Listing the faces", found, CelebaPartition.FACES));
        try {
            if (shelf.count() == 0) {
                throw new UserError("data.path is " + place.path() + ", which holds no images; it must name "
                        + "the folder with the aligned faces (000001.jpg and so on), or img_align_celeba.zip.");
            }
            int[] places = chosen(shelf, wanted, most);
            if (places.length == 0) {
                shelf.close();
                return Optional.empty();
            }
            notes.add("The centred square of " + WIDTH + " pixels is resized to " + settings.imageSize() + ".");
            ImageSource source = new Faces(shelf, settings.imageSize()).only(places);
            return Optional.of(MadeImages.open(TITLE, settings.imageSize(), source, MadeImages.Labels.none(), notes));
        } catch (RuntimeException e) {
            shelf.close();
            throw e;
        }
    }

    private int[] chosen(FileShelf shelf, Predicate<Part> wanted, int most) {
        CelebaPartition partition = CelebaPartition.near(around());
        if (!partition.official()) {
            notes.add(CelebaPartition.FILE + " is not beside the images, so they are divided by their numbers, which is"
                    + " how the official list divides the whole set.");
        }
        if (shelf.count() != CelebaPartition.FACES) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%,d images were found; the whole of CelebA has %,d.",
                    shelf.count(),
                    CelebaPartition.FACES));
        }
        int[] all = IntStream.range(0, shelf.count())
                .filter(i -> wanted.test(partition.of(shelf.name(i))))
                .toArray();
        return all.length <= most ? all : some(all, most);
    }

    /** Where the list may lie: with the faces, or around their folder. */
    private List<Path> around() {
        Path named = place.path().toAbsolutePath();
        return Stream.iterate(named, Objects::nonNull, Path::getParent)
                .skip(place.archive() ? 1 : 0)
                .limit(3)
                .toList();
    }

    /** The same ones for everybody: no run's seed, so that values of different runs are comparable. */
    private static int[] some(int[] all, int count) {
        RandomGenerator random = KeyedRandom.stream(0, Purpose.SHUFFLE, 0);
        int[] drawn = all.clone();
        for (int i = 0; i < count; i++) {
            int j = i + (int) ((random.nextLong() >>> 32) * (drawn.length - i) >>> 32);
            int swapped = drawn[i];
            drawn[i] = drawn[j];
            drawn[j] = swapped;
        }
        int[] chosen = Arrays.copyOf(drawn, count);
        Arrays.sort(chosen);
        return chosen;
    }

    /** The faces of a shelf, cut and resized. */
    private record Faces(FileShelf shelf, int imageSize) implements ImageSource {

        @Override
        public int count() {
            return shelf.count();
        }

        @Override
        public String nameOf(int index) {
            return shelf.name(index);
        }

        @Override
        public byte[] image(int index) throws BrokenImageException, IOException {
            RgbImages face = ImageDecoder.decode(shelf.bytes(index)).image();
            if (face.width() != WIDTH || face.height() != HEIGHT) {
                throw new BrokenImageException("it has " + face.width() + " x " + face.height()
                        + " pixels, and CelebA's aligned faces have " + WIDTH + " x " + HEIGHT);
            }
            return Resampler.squareOf(face, imageSize).pixels();
        }

        @Override
        public void close() {
            shelf.close();
        }
    }
}
