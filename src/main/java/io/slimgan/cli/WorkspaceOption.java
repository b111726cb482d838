package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.runs.RunNames;
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
     * The folder of a run by its name, be it there or not; {@code <workspace>/<name>} and the path of a run that lies
     * in the workspace are taken too. Nothing else: what was meant by a path elsewhere would be a guess.
     *
     * @throws UserError if it is none of these
     */
    Path runNamed(String typed) {
        if (RunNames.problem(typed).isEmpty()) {
            return workspace.resolve(typed);
        }
        Path root = workspace.toAbsolutePath().normalize();
        Path path = Path.of(typed).toAbsolutePath().normalize();
        boolean directly = root.equals(path.getParent())
                && RunNames.problem(String.valueOf(path.getFileName())).isEmpty();
        if (!typed.isBlank() && path.startsWith(root) && (directly || Files.isRegularFile(path.resolve("run.yaml")))) {
            return workspace.resolve(root.relativize(path));
        }
        throw new UserError("--run " + typed + ": "
                + RunNames.problem(typed).orElseThrow()
                + " Another folder for runs is named by --workspace.");
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
