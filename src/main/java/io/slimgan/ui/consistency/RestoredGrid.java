package io.slimgan.ui.consistency;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A recipe that this run can follow.
 *
 * @param recipe as it stands in the picture
 * @param widths the run's widths that it asks for, in its order
 */
record RestoredGrid(GridRecipe recipe, List<Width> widths) {

    /**
     * Reads the recipe of a picture and holds it against the run. Reads files: not for the FX thread.
     *
     * @throws UserError if the picture has none, or it is of another run, or its weights are gone
     */
    static RestoredGrid read(OpenRun run, Path png) {
        String name = String.valueOf(png.getFileName());
        GridRecipe recipe = ImageGridPng.recipe(png)
                .orElseThrow(() -> new UserError(
                        name + " has no recipe inside; only pictures that this program exported can be restored."));
        return of(run, recipe, name);
    }

    /**
     * Holds a recipe against the run.
     *
     * @param origin how to call the picture in an error's sentence
     */
    static RestoredGrid of(OpenRun run, GridRecipe recipe, String origin) {
        if (!recipe.run().equals(run.name())) {
            throw new UserError(origin + " was made from the run \"" + recipe.run() + "\", but \"" + run.name()
                    + "\" is open; open that run first.");
        }
        if (recipe.seeds().size() > ColumnSeeds.MOST) {
            throw new UserError(origin + " has " + recipe.seeds().size() + " columns, but the grid shows at most "
                    + ColumnSeeds.MOST + "; it can be made again on the command line.");
        }
        recipe.classes().check(run.settings().model().classes());
        if (recipe.classes() instanceof ClassChoice.Every && recipe.seeds().size() > 1) {
            throw new UserError(
                    origin + " shows " + recipe.seeds().size() + " latents in every class, but the grid shows"
                            + " one; it can be made again on the command line.");
        }
        CheckpointStore checkpoints = RunFolder.open(run.folder()).checkpoints();
        String weights = checkpoints.generatorChecksum(recipe.step());
        if (!recipe.weights().isEmpty() && !recipe.weights().equals(weights)) {
            throw new UserError(origin + " was made from other weights than those that the run's checkpoint of step "
                    + recipe.step() + " holds now, so it cannot be made again from them.");
        }
        return new RestoredGrid(recipe, widths(run, recipe, origin));
    }

    private static List<Width> widths(OpenRun run, GridRecipe recipe, String origin) {
        List<Width> trained = run.settings().model().widthList().widths();
        List<Width> widths = new ArrayList<>();
        for (double asked : recipe.widths()) {
            widths.add(trained.stream()
                    .filter(width -> width.multiplier() == asked)
                    .findFirst()
                    .orElseThrow(() -> new UserError(origin + " shows the width " + asked
                            + ", which this run does not have; it has " + trained + ".")));
        }
        return widths;
    }
}
