package io.slimgan.config;

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
            String what = switch (data.dataset()) {
                case CIFAR10 -> "the folder with data_batch_1.bin to data_batch_5.bin";
                default -> "the folder with the images";
            };
            return problem("data.path is empty; dataset "
                    + SettingsSchema.snakeCase(data.dataset().name()) + " needs " + what
                    + ", for example --set data.path=FOLDER.");
        }
        try {
            Path.of(data.path());
            return List.of();
        } catch (InvalidPathException e) {
            return problem("data.path is no path on this system: " + e.getMessage() + ".");
        }
    }

    private static List<SettingsProblem> problem(String message) {
        return List.of(new SettingsProblem("data.path", message));
    }
}
