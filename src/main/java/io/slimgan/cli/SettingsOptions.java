package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that take settings. */
final class SettingsOptions {

    @Mixin
    private WorkspaceOption workspace;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Replaces a setting of the file, such as training.batch_size=32. Can be given several times.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    WorkspaceOption workspace() {
        return workspace;
    }

    Map<String, String> overrides() {
        return overrides;
    }

    /** The settings of a file or a run, for looking at the networks only. */
    RunSettings networksOf(String subject) {
        Path path = Path.of(subject);
        if (Files.isRegularFile(path)) {
            return SettingsFile.readNetworks(path, overrides);
        }
        if (Files.isDirectory(path) || Files.isDirectory(workspace.folder().resolve(subject))) {
            return SettingsFile.readNetworks(workspace.run(subject).resolve("run.yaml"), overrides);
        }
        throw new UserError(subject + " is neither a settings file, nor a run's folder, nor a run in "
                + workspace.folder() + "; name one, or give --workspace.");
    }
}
