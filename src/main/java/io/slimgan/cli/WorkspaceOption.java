package io.slimgan.cli;

import io.slimgan.base.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where runs lie. */
final class WorkspaceOption {

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "The folder that holds the runs (default: ${DEFAULT-VALUE}).")
    private Path workspace;

    Path folder() {
        return workspace;
    }

    /**
     * A run's folder from what the user typed: a folder, or a run's name in the workspace.
     *
     * @throws UserError if neither holds a run
     */
    Path run(String typed) {
        Path itself = Path.of(typed);
        Path named = workspace.resolve(typed);
        for (Path folder : new Path[] {itself, named}) {
            if (Files.isRegularFile(folder.resolve("run.yaml"))) {
                return folder;
            }
        }
        throw new UserError("There is no run " + typed + ": neither " + itself.resolve("run.yaml") + " nor "
                + named.resolve("run.yaml") + " exists; name a run's folder, or give --workspace.");
    }
}
