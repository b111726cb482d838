package io.slimgan.ui.consistency;

import io.slimgan.base.ProgramVersion;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.Preview;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Draws a grid from a checkpoint, through a preview of its own, and writes it as a PNG file with its recipe. The
 * checkpoint is then kept for as long as the run, so that the picture can be made again.
 */
final class GridExport {

    /**
     * What to write.
     *
     * @param source the weights; the newest are saved first
     * @param scale edge of the square that each pixel becomes, 1 to 16
     */
    record Order(Source source, List<Width> widths, List<Long> seeds, int imageSize, int scale, Path file) {}

    /** What was written where. */
    record Written(Path file, GridRecipe recipe) {}

    private GridExport() {}

    /** Starts; completed on a background thread, with {@link UserError} where the user can put it right. */
    static CompletableFuture<Written> start(OpenRun run, Order order) {
        return CompletableFuture.supplyAsync(() -> RunFolder.open(run.folder()).checkpoints())
                .thenCompose(checkpoints -> SavedStep.of(run, checkpoints, order.source())
                        .thenApply(step -> {
                            checkpoints.keep(step);
                            return recipe(run, order, checkpoints, step);
                        }))
                .thenCompose(recipe -> draw(run, order.widths(), recipe, order.file()));
    }

    /**
     * Makes a picture again.
     *
     * @throws UserError later, if the recipe asks for widths or weights that the run does not have
     */
    static CompletableFuture<Written> remake(OpenRun run, GridRecipe recipe, Path file) {
        return CompletableFuture.supplyAsync(() -> RestoredGrid.of(run, recipe, "The recipe"))
                .thenCompose(restored -> draw(run, restored.widths(), recipe, file));
    }

    private static GridRecipe recipe(OpenRun run, Order order, CheckpointStore checkpoints, long step) {
        return GridRecipe.of(
                run.name(),
                step,
                order.widths().stream().map(Width::multiplier).toList(),
                order.seeds(),
                order.scale(),
                ProgramVersion.current(),
                order.imageSize(),
                checkpoints.generatorChecksum(step));
    }

    private static CompletableFuture<Written> draw(OpenRun run, List<Width> widths, GridRecipe recipe, Path file) {
        Preview preview = run.room().preview(run.folder());
        CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
        preview.request(new PreviewRequest(Source.checkpoint(recipe.step()), widths, recipe.seeds()), answer::complete);
        return answer.thenApplyAsync(drawn -> {
                    ImageGridPng.write(file, images(drawn), recipe);
                    return new Written(file, recipe);
                })
                .whenComplete((written, failure) -> preview.close());
    }

    private static List<RgbImages> images(PreviewAnswer answer) {
        if (answer instanceof PreviewAnswer.Images images) {
            return images.rows().stream().map(PreviewAnswer.Row::images).toList();
        }
        PreviewAnswer.Failure failure = (PreviewAnswer.Failure) answer;
        throw new UserError(
                failure.problem().sentence(),
                new IllegalStateException(failure.problem().details()));
    }
}
