package io.slimgan.ui.image;

import io.slimgan.base.ProgramVersion;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Writes images, as they were seen, into a PNG file with their recipe. Where there is a checkpoint of their step it is
 * kept for as long as the run, so that the picture can be made again.
 */
final class PictureFile {

    /**
     * What was written where.
     *
     * @param canBeRemade whether there is a checkpoint of the recipe's step
     */
    record Written(Path file, GridRecipe recipe, boolean canBeRemade) {}

    private PictureFile() {}

    /**
     * Starts; completed on a background thread, with {@link io.slimgan.base.UserError} where the user can put it right.
     *
     * @param scale edge of the square that each pixel becomes, 1 to 16
     */
    static CompletableFuture<Written> write(OpenRun run, ShownImages shown, int scale, Path file) {
        return CompletableFuture.supplyAsync(() -> RunFolder.open(run.folder()).checkpoints())
                .thenCompose(checkpoints -> SavedStep.of(run, checkpoints, shown.step())
                        .thenApplyAsync(saved -> {
                            GridRecipe recipe = recipe(run, shown, scale, saved ? weights(checkpoints, shown) : "");
                            ImageGridPng.write(file, shown.rows(), recipe);
                            return new Written(file, recipe, saved);
                        }));
    }

    private static String weights(CheckpointStore checkpoints, ShownImages shown) {
        checkpoints.keep(shown.step());
        return checkpoints.generatorChecksum(shown.step());
    }

    /**
     * How the picture can be made again.
     *
     * @param weights checksum of the checkpoint's generator; empty without one
     * @throws io.slimgan.base.UserError if the picture would be too large
     */
    static GridRecipe recipe(OpenRun run, ShownImages shown, int scale, String weights) {
        return GridRecipe.of(
                        run.name(),
                        shown.step(),
                        shown.widths(),
                        shown.seeds(),
                        scale,
                        ProgramVersion.current(),
                        shown.imageSize(),
                        weights)
                .of(shown.answer().request().classes())
                .inLinesOf(shown.columns());
    }
}
