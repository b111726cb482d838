package io.slimgan.data.official;

import io.slimgan.config.DataSettings.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A dataset to train with: the real one where it lies beside the project, else generated files in the official format. */
public final class OfficialData {

    private static final int FACES = 96;
    private static final int SYNSETS = 1000;

    private final Path folder;
    private final Map<Dataset, Place> places = new EnumMap<>(Dataset.class);

    /**
     * Where a dataset lies.
     *
     * @param real whether it is the published one
     */
    public record Place(Path path, boolean real) {}

    /** Generated files go into {@code folder}. */
    public OfficialData(Path folder) {
        this.folder = folder;
    }

    /** Finds or writes it. */
    public Place of(Dataset dataset) throws IOException {
        Place known = places.get(dataset);
        if (known == null) {
            known = find(dataset);
            places.put(dataset, known);
        }
        return known;
    }

    private Place find(Dataset dataset) throws IOException {
        Path real = Path.of(System.getProperty("shared.dir", "../shared"), "data");
        return switch (dataset) {
            case CIFAR10 -> {
                Path there = real.resolve("cifar-10-batches-bin");
                yield Files.isRegularFile(there.resolve("data_batch_1.bin"))
                        ? new Place(there, true)
                        : new Place(SyntheticCifar.cifar10(folder, 100, 400), false);
            }
            case CIFAR100 -> new Place(SyntheticCifar.cifar100(folder, 500, 400), false);
            case STL10 -> new Place(SyntheticStl.write(folder, 400, 40, 400), false);
            case CELEBA -> new Place(faces(), false);
            case IMAGENET -> new Place(synsets(), false);
            case SHAPES, MNIST, FOLDER -> throw new IllegalArgumentException(dataset + " is in none of the tables");
        };
    }

    private Path faces() throws IOException {
        int[] numbers = new int[FACES];
        int[] parts = new int[FACES];
        for (int i = 0; i < FACES; i++) {
            numbers[i] = i + 1;
            parts[i] = i < FACES * 2 / 3 ? 0 : 2;
        }
        SyntheticPhotos.partition(folder.resolve("list_eval_partition.txt"), numbers, parts);
        return SyntheticPhotos.faces(folder, numbers);
    }

    /** As many classes as ImageNet has, with one photograph each. */
    private Path synsets() throws IOException {
        Path root = folder.resolve("imagenet");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < SYNSETS; i++) {
            names.add(String.format(Locale.ROOT, "n%08d", 1_440_764 + 7 * i));
        }
        for (int i = 0; i < SYNSETS; i++) {
            Path synset = Files.createDirectories(root.resolve("train").resolve(names.get(i)));
            Files.write(
                    synset.resolve(names.get(i) + "_1.JPEG"), SyntheticPhotos.jpeg(150, 130, SyntheticPhotos.level(i)));
        }
        return root;
    }
}
