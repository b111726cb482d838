package io.slimgan.data;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.files.ImageNames;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.files.NameTable;
import io.slimgan.data.official.SynsetNames;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * ImageNet as its archives unpack: a folder per synset, in the order of their numbers. As in BigGAN, the centred square of
 * the long edge is resized. Only names are read at the opening, of 1.28 million files as of few.
 */
final class SynsetFolders {

    private static final String TITLE = "ImageNet";

    private final Path folder;
    private final DataSettings settings;
    private final ProgressListener progress;
    private final List<String> notes = new ArrayList<>();

    private SynsetFolders(Path folder, DataSettings settings, ProgressListener progress) {
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
    }

    /** The images for training. */
    static ImageSet open(Path folder, DataSettings settings, ProgressListener progress) {
        List<String> synsets = synsets(folder);
        if (synsets.isEmpty()) {
            throw new UserError(
                    folder + " holds no folders of images; data.path must name the folder with one folder per"
                            + " synset, such as n01440764.");
        }
        return new SynsetFolders(folder, settings, progress).read(synsets);
    }

    /** The images of the folder val beside the folder train: in folders per synset, or all in one; empty if there is none. */
    static Optional<ImageSet> openValidation(Path training, DataSettings settings, ProgressListener progress) {
        Path validation = training.toAbsolutePath().normalize().resolveSibling("val");
        if (!training.endsWith("train") || !Files.isDirectory(validation)) {
            return Optional.empty();
        }
        List<String> synsets = synsets(validation);
        return Optional.of(
                new SynsetFolders(validation, settings, progress).read(synsets.isEmpty() ? List.of("") : synsets));
    }

    private static List<String> synsets(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
    }

    /** An empty name among the synsets stands for the folder itself, whose images have no classes. */
    private ImageSet read(List<String> synsets) {
        NameTable.Builder names = new NameTable.Builder();
        int[] starts = new int[synsets.size() + 1];
        for (int label = 0; label < synsets.size(); label++) {
            if (!progress.progress("Listing " + TITLE, label, synsets.size())) {
                throw new CancellationException("Listing " + TITLE + " was cancelled.");
            }
            List<String> files = ImageNames.in(folder.resolve(synsets.get(label)), found -> {});
            if (files.isEmpty() && synsets.size() > 1) {
                notes.add(synsets.get(label) + " holds no images.");
            }
            files.forEach(names::add);
            starts[label + 1] = names.count();
        }
        if (names.count() == 0) {
            throw new UserError(folder + " holds no images (JPEG, PNG, BMP or GIF) in its folders.");
        }
        Photographs source = new Photographs(folder, synsets, starts, names.build(), settings.imageSize());
        return MadeImages.open(TITLE, settings.imageSize(), source, labels(synsets, source), notes);
    }

    private MadeImages.Labels labels(List<String> synsets, Photographs source) {
        if (synsets.get(0).isEmpty()) {
            return MadeImages.Labels.none();
        }
        List<Path> around = Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .limit(3)
                .toList();
        List<String> words = SynsetNames.of(synsets, around);
        return new MadeImages.Labels() {
            @Override
            public int of(int index) {
                return source.label(index);
            }

            @Override
            public List<String> names() {
                return words;
            }
        };
    }

    /**
     * The images of all folders.
     *
     * @param starts the place of each folder's first image, and the number of all
     */
    private record Photographs(Path folder, List<String> synsets, int[] starts, NameTable names, int imageSize)
            implements ImageSource {

        int label(int index) {
            int found = Arrays.binarySearch(starts, index);
            int label = found < 0 ? -found - 2 : found;
            // Of folders without images, which begin where the next one does, the last is the one.
            while (starts[label + 1] == index) {
                label++;
            }
            return label;
        }

        @Override
        public int count() {
            return names.size();
        }

        @Override
        public String nameOf(int index) {
            String synset = synsets.get(label(index));
            return synset.isEmpty() ? names.get(index) : synset + "/" + names.get(index);
        }

        @Override
        public byte[] image(int index) throws BrokenImageException, IOException {
            return Resampler.evenSquareOf(
                            ImageDecoder.decode(folder.resolve(nameOf(index))).image(), imageSize)
                    .pixels();
        }

        @Override
        public void close() {
            // Nothing stays open between two files.
        }
    }
}
