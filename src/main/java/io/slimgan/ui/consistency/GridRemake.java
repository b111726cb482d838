package io.slimgan.ui.consistency;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.session.Preview;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes a picture again from its recipe: draws it from the checkpoint, through a preview of its own. */
final class GridRemake {

    private GridRemake() {}

    /**
     * Starts; completed on a background thread with the file that was written, with {@link UserError} if the recipe asks
     * for widths or weights that the run does not have.
     */
    static CompletableFuture<Path> start(OpenRun run, GridRecipe recipe, Path file) {
        return CompletableFuture.supplyAsync(() -> RestoredGrid.of(run, recipe, "The recipe"))
                .thenCompose(restored -> draw(run, restored.widths(), recipe, file));
    }

    private static CompletableFuture<Path> draw(OpenRun run, List<Width> widths, GridRecipe recipe, Path file) {
        Preview preview = run.room().preview(run.folder());
        CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
        preview.request(
                new PreviewRequest(Source.checkpoint(recipe.step()), widths, recipe.seeds(), recipe.classes()),
                answer::complete);
        return answer.thenApplyAsync(drawn -> {
                    ImageGridPng.write(file, images(drawn), recipe);
                    return file;
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
