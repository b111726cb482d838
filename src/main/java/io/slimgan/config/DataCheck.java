package io.slimgan.config;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Split;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Whether the settings say where the images are, and ask for nothing that the dataset has not. */
final class DataCheck {

    /** Bytes of one image: of CIFAR-100 with its two labels, of STL-10. */
    private static final int CIFAR100_RECORD = 2 + 3 * 32 * 32;

    private static final int STL10_RECORD = 3 * 96 * 96;

    private DataCheck() {}

    static List<SettingsProblem> problems(DataSettings data) {
        List<SettingsProblem> problems = new ArrayList<>(kinds(data));
        if (data.dataset() == Dataset.SHAPES) {
            return problems;
        }
        if (data.path().isBlank()) {
            problems.add(problem("data.path is empty; dataset "
                    + SettingsSchema.snakeCase(data.dataset().name()) + " needs " + content(data)
                    + ", for example --set data.path=FOLDER."));
            return problems;
        }
        try {
            Path.of(data.path());
        } catch (InvalidPathException e) {
            problems.add(problem("data.path is no path on this system: " + e.getMessage() + "."));
        }
        return problems;
    }

    /** Whether the network draws as many classes as the images are known to have, before any file is opened. */
    static List<SettingsProblem> classes(RunSettings settings) {
        DataSettings data = settings.data();
        OptionalInt known = DataSettings.knownClasses(data.dataset(), data.split(), data.labels());
        int wanted = settings.model().classes();
        if (known.isEmpty() || !settings.model().backbone().conditional()) {
            return List.of();
        }
        return ClassCount.problem(wanted, OfficialFiles.of(data).title(), known.getAsInt())
                .map(sentence -> List.of(new SettingsProblem("model.classes", sentence)))
                .orElse(List.of());
    }

    /** Wishes that would quietly come to nothing. */
    private static List<SettingsProblem> kinds(DataSettings data) {
        List<SettingsProblem> problems = new ArrayList<>();
        if (data.split() == Split.LABELLED && data.dataset() != Dataset.STL10) {
            problems.add(new SettingsProblem(
                    "data.split", "data.split is labelled, which only dataset stl10 has; allowed is paper or code."));
        }
        if (data.colour() == Colour.GREY && data.dataset() != Dataset.MNIST) {
            problems.add(new SettingsProblem(
                    "data.colour",
                    "data.colour is grey, but only the images of dataset mnist are grey; allowed is rgb."));
        }
        return problems;
    }

    /** Whether the files are there and of a possible size, for settings without {@link #problems}. */
    static List<SettingsProblem> missing(DataSettings data) {
        if (data.dataset() == Dataset.SHAPES) {
            return List.of();
        }
        try {
            DataLocation place = DataLocation.of(data);
            if (!place.archive()) {
                sizes(data, place.path());
            }
            return List.of();
        } catch (UserError e) {
            return List.of(problem(e.sentence()));
        }
    }

    private static void sizes(DataSettings data, Path folder) {
        switch (data.dataset()) {
            case CIFAR10 -> CifarBatches.in(folder);
            case CIFAR100 -> records(data, folder, CIFAR100_RECORD);
            case STL10 -> records(data, folder, STL10_RECORD);
            case MNIST -> {
                digits(folder, "train-images", 3);
                digits(folder, "train-labels", 1);
            }
            default -> {}
        }
    }

    /** The one of the names that is there; what is missing is told elsewhere, or may be. */
    private static void digits(Path folder, String name, int dimensions) {
        Stream.of("-idx", ".idx")
                .flatMap(joint -> Stream.of("", ".gz").map(end -> name + joint + dimensions + "-ubyte" + end))
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(file -> IdxLength.require(file, dimensions));
    }

    private static void records(DataSettings data, Path folder, int length) {
        for (String file : OfficialFiles.of(data).training()) {
            RecordFile.count(folder.resolve(file), length);
        }
    }

    private static String content(DataSettings data) {
        return OfficialFiles.of(data).words();
    }

    private static SettingsProblem problem(String message) {
        return new SettingsProblem("data.path", message);
    }
}
