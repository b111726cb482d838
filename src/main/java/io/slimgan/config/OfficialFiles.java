package io.slimgan.config;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Split;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a dataset's publishers call its files (method G).
 *
 * @param title of the dataset
 * @param training names of the files with the training images
 * @param archive the archive that holds them; empty where there is none
 * @param folders below the chosen one where they may lie, such as the one the archive unpacks into, which is the first
 * @param words what {@code data.path} must name, in words
 */
public record OfficialFiles(String title, List<String> training, String archive, List<String> folders, String words) {

    public OfficialFiles {
        training = List.copyOf(training);
        folders = List.copyOf(folders);
    }

    /** The files of a dataset's training images. */
    public static OfficialFiles of(DataSettings data) {
        return data.dataset() == Dataset.STL10 && data.split() == Split.LABELLED
                ? stl10("train_X.bin")
                : of(data.dataset());
    }

    /**
     * Which dataset's official files lie in a folder, or in the one below it that the archive unpacks into; for whoever
     * names a folder and no dataset. Those of images in folders, which any images can be, are none of these.
     */
    public static Optional<Dataset> recognise(Path folder) {
        return Stream.of(Dataset.CIFAR10, Dataset.CIFAR100, Dataset.STL10, Dataset.MNIST)
                .filter(dataset -> of(dataset).withTesting(dataset).lieIn(folder))
                .findFirst();
    }

    /**
     * Whether a path that was named for other images may be meant for these. Looks at a few names only: a folder of images
     * may be any that holds no official files.
     */
    public static boolean mayLieAt(DataSettings data) {
        try {
            return switch (data.dataset()) {
                case SHAPES -> true;
                case CELEBA, IMAGENET, FOLDER -> recognise(Path.of(data.path())).isEmpty();
                case CIFAR10, CIFAR100, STL10, MNIST -> {
                    DataLocation.of(data);
                    yield true;
                }
            };
        } catch (UserError | InvalidPathException e) {
            return false;
        }
    }

    private boolean lieIn(Path folder) {
        return Stream.concat(Stream.of(""), folders.stream())
                .map(folder::resolve)
                .anyMatch(place -> training.stream().anyMatch(name -> Files.isRegularFile(place.resolve(name))));
    }

    /** The same with the files to measure against among the training files: for whoever needs any of them. */
    OfficialFiles withTesting(Dataset dataset) {
        List<String> all = Stream.concat(training.stream(), testing(dataset)).toList();
        return new OfficialFiles(title, all, archive, folders, words);
    }

    private static Stream<String> testing(Dataset dataset) {
        return switch (dataset) {
            case CIFAR10 -> Stream.of("test_batch.bin");
            case CIFAR100 -> Stream.of("test.bin");
            case STL10 -> Stream.of("test_X.bin");
            case MNIST -> idx("t10k-images");
            case SHAPES, CELEBA, IMAGENET, FOLDER -> Stream.of();
        };
    }

    /** Packed or not, or with the dot that some unpackers put in place of the dash. */
    private static Stream<String> idx(String name) {
        return Stream.of("-idx3-ubyte", "-idx3-ubyte.gz", ".idx3-ubyte", ".idx3-ubyte.gz")
                .map(name::concat);
    }

    private static OfficialFiles of(Dataset dataset) {
        return switch (dataset) {
            case SHAPES -> new OfficialFiles("Built-in shapes", List.of(), "", List.of(), "nothing");
            case FOLDER -> new OfficialFiles("Folder", List.of(), "", List.of(), "the folder with the images");
            case CIFAR10 ->
                packed(
                        "CIFAR-10",
                        List.of(
                                "data_batch_1.bin",
                                "data_batch_2.bin",
                                "data_batch_3.bin",
                                "data_batch_4.bin",
                                "data_batch_5.bin"),
                        "cifar-10-binary.tar.gz",
                        "cifar-10-batches-bin");
            case CIFAR100 -> packed("CIFAR-100", List.of("train.bin"), "cifar-100-binary.tar.gz", "cifar-100-binary");
            case STL10 -> stl10("unlabeled_X.bin");
            case CELEBA ->
                new OfficialFiles(
                        "CelebA",
                        List.of(),
                        "img_align_celeba.zip",
                        List.of("img_align_celeba", "img_align_celeba/img_align_celeba", "celeba/img_align_celeba"),
                        "the folder with the aligned faces (000001.jpg and so on), or img_align_celeba.zip");
            case MNIST ->
                new OfficialFiles(
                        "MNIST",
                        idx("train-images").toList(),
                        "",
                        List.of("MNIST/raw", "raw", "mnist"),
                        "the folder with train-images-idx3-ubyte and train-labels-idx1-ubyte, packed (.gz) or not");
            case IMAGENET ->
                new OfficialFiles(
                        "ImageNet",
                        List.of(),
                        "",
                        List.of("train"),
                        "the folder with one folder of images per synset, such as n01440764, or the one that holds it"
                                + " as train");
        };
    }

    private static OfficialFiles stl10(String images) {
        return packed("STL-10", List.of(images), "stl10_binary.tar.gz", "stl10_binary");
    }

    private static OfficialFiles packed(String title, List<String> training, String archive, String folder) {
        String files =
                training.size() == 1 ? training.get(0) : training.get(0) + " to " + training.get(training.size() - 1);
        return new OfficialFiles(
                title, training, archive, List.of(folder), "the folder with " + files + ", or " + archive);
    }
}
