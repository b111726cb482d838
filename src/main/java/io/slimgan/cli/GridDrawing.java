package io.slimgan.cli;

import io.slimgan.base.ProgramVersion;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.Preview;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Follows a recipe.
 *
 * @param folder the run
 * @param recipe what to draw
 * @param err where a doubt is told
 */
record GridDrawing(RunFolder folder, GridRecipe recipe, PrintWriter err) {

    GridDrawing {
        requireCheckpoint(folder, recipe.step(), "The recipe");
        recipe.classes().check(folder.settings().model().classes());
        String weights = folder.checkpoints().generatorChecksum(recipe.step());
        if (!recipe.weights().isEmpty() && !recipe.weights().equals(weights)) {
            throw new UserError("The checkpoint of step " + recipe.step() + " in " + folder.path()
                    + " holds other weights than those that the recipe's picture was drawn from; name the run it came from,"
                    + " called \"" + recipe.run() + "\".");
        }
    }

    /** Draws and writes the file. */
    void write(Preview preview, Path out) {
        if (!recipe.version().equals(ProgramVersion.current())) {
            err.println("slimgan: the recipe is of version " + recipe.version() + ", this is "
                    + ProgramVersion.current() + "; single pixels may differ.");
            err.flush();
        }
        PreviewRequest request = new PreviewRequest(
                PreviewRequest.Source.checkpoint(recipe.step()),
                recipe.widths().stream().map(this::width).toList(),
                recipe.seeds(),
                recipe.classes());
        CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
        preview.request(request, answer::complete);
        ImageGridPng.write(out, images(Answers.await(answer)), recipe);
    }

    private static List<RgbImages> images(PreviewAnswer answer) {
        if (answer instanceof PreviewAnswer.Images drawn) {
            return drawn.rows().stream().map(PreviewAnswer.Row::images).toList();
        }
        Problem problem = ((PreviewAnswer.Failure) answer).problem();
        if (problem.usersToFix()) {
            throw new UserError(problem.sentence());
        }
        throw new IllegalStateException(problem.sentence());
    }

    private Width width(double multiplier) {
        for (Width width : folder.settings().model().widthList()) {
            if (width.multiplier() == multiplier) {
                return width;
            }
        }
        throw new UserError("The recipe asks for the width " + Width.label(multiplier) + ", which the run "
                + folder.path() + " does not have.");
    }

    /** @param asking who needs the checkpoint, at the head of the sentence */
    static void requireCheckpoint(RunFolder run, long step, String asking) {
        List<Long> steps = run.checkpoints().steps();
        if (!steps.contains(step)) {
            String there = steps.stream().map(String::valueOf).collect(Collectors.joining(", "));
            throw new UserError(asking + ": the run " + run.path() + " has no checkpoint of step " + step
                    + "; there are " + (there.isEmpty() ? "none" : there) + ".");
        }
    }
}
