package io.slimgan.config;

import io.slimgan.base.UserError;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Whether the settings say where the images are. */
final class DataCheck {

    private DataCheck() {}

    static List<SettingsProblem> problems(DataSettings data) {
        if (data.dataset() == DataSettings.Dataset.SHAPES) {
            return List.of();
        }
        if (data.path().isBlank()) {
            return problem("data.path is empty; dataset "
                    + SettingsSchema.snakeCase(data.dataset().name()) + " needs " + content(data)
                    + ", for example --set data.path=FOLDER.");
        }
        try {
            Path.of(data.path());
            return List.of();
        } catch (InvalidPathException e) {
            return problem("data.path is no path on this system: " + e.getMessage() + ".");
        }
    }

    /** Whether the folder and CIFAR's files are there, for settings without {@link #problems}. */
    static List<SettingsProblem> missing(DataSettings data) {
        if (data.dataset() == DataSettings.Dataset.SHAPES) {
            return List.of();
        }
        Path folder = Path.of(data.path().strip());
        if (Files.isDirectory(folder)) {
            return data.dataset() == DataSettings.Dataset.CIFAR10 ? missingBatches(folder) : List.of();
        }
        String wrong = Files.exists(folder) ? ", which is no folder" : ", which does not exist";
        return problem("data.path is " + folder + wrong + "; it must name " + content(data) + ".");
    }

    private static List<SettingsProblem> missingBatches(Path folder) {
        try {
            CifarBatches.in(folder);
            return List.of();
        } catch (UserError e) {
            return problem(e.sentence());
        }
    }

    private static String content(DataSettings data) {
        return data.dataset() == DataSettings.Dataset.CIFAR10
                ? "the folder with data_batch_1.bin to data_batch_5.bin"
                : "the folder with the images";
    }

    private static List<SettingsProblem> problem(String message) {
        return List.of(new SettingsProblem("data.path", message));
    }
}
