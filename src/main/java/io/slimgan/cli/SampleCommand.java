package io.slimgan.cli;

import io.slimgan.base.ClassNames;
import io.slimgan.base.UserError;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.Preview;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a grid of a run's images: rows are widths, columns are latents. */
@Command(
        name = "sample",
        description =
                "Draws a grid of images as PNG: rows are widths, columns the same latents. Its recipe lies inside, and"
                        + " --recipe makes the same file again, bit for bit.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class SampleCommand implements Runnable {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(
            paramLabel = "RUN",
            arity = "0..1",
            description = "A run's folder, or its name in --workspace; with --recipe the recipe's run if left out.")
    private Optional<String> run = Optional.empty();

    @Mixin
    private WorkspaceOption workspace;

    @ArgGroup
    private What what = new What();

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "The PNG file to write.")
    private Path out;

    @Spec
    private CommandSpec spec;

    /** Either a recipe or its ingredients. */
    private static final class What {

        @Option(names = "--recipe", paramLabel = "FILE.png", description = "Makes this grid again.")
        private Optional<Path> recipe = Optional.empty();

        @ArgGroup(exclusive = false)
        private GridOptions grid = new GridOptions();
    }

    SampleCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public void run() {
        Optional<GridRecipe> given = what.recipe.map(SampleCommand::recipeOf);
        String subject = run.or(() -> given.map(GridRecipe::run))
                .orElseThrow(() -> new UserError("Name the run to draw from, its folder or its name in --workspace."));
        RunFolder folder = RunFolder.open(workspace.run(subject));
        GridRecipe recipe = given.orElseGet(
                () -> what.grid.recipe(folder, spec.commandLine().getErr()));
        GridDrawing drawing = new GridDrawing(folder, recipe, spec.commandLine().getErr());
        Optional<Path> made =
                Optional.ofNullable(out.toAbsolutePath().getParent()).filter(Files::notExists);
        String wrote = Files.exists(out) ? "Replaced " : "Wrote ";
        try (EngineRoom room = engineRooms.get();
                Preview preview = room.preview(folder.path())) {
            drawing.write(preview, out);
        }
        PrintWriter said = spec.commandLine().getOut();
        said.println(wrote + out
                + made.map(parent -> " into the new folder " + parent).orElse("") + ": widths "
                + labels(WidthNames.of(folder.settings().model()), recipe.widths()) + ", "
                + latents(recipe) + ", " + classes(folder.classNames(), recipe) + "step " + recipe.step() + ", "
                + recipe.pictureWidth() + " x "
                + recipe.pictureHeight() + " pixels.");
        said.flush();
    }

    private static GridRecipe recipeOf(Path png) {
        return ImageGridPng.recipe(png)
                .orElseThrow(() -> new UserError(png
                        + " holds no recipe; name a grid that this program has written, with its text chunks kept."));
    }

    private static String latents(GridRecipe recipe) {
        int count = recipe.seeds().size();
        return count + (count == 1 ? " latent" : " latents");
    }

    private static String classes(ClassNames names, GridRecipe recipe) {
        return names.isEmpty() ? "" : names.words(recipe.classes()) + ", ";
    }

    private static String labels(WidthNames names, List<Double> widths) {
        return String.join(", ", widths.stream().map(names::of).toList());
    }
}
