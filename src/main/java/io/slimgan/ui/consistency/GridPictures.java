package io.slimgan.ui.consistency;

import io.slimgan.report.GridRecipe;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.image.NoticeBar;
import io.slimgan.ui.image.PictureExport;
import io.slimgan.ui.image.ShownImages;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Exporting grids and restoring exported ones, as the reader meets it: questions, progress, outcome. FX thread. */
final class GridPictures {

    private final FilePicker files;
    private final NoticeBar notice;
    private final Latest answers = new Latest();
    private final PictureExport export;
    private boolean busy;

    GridPictures(Dialogs dialogs, FilePicker files, NoticeBar notice) {
        this.files = files;
        this.notice = notice;
        export = new PictureExport(dialogs, files, notice);
    }

    /** Whether a picture is being written. */
    boolean isBusy() {
        return busy || export.isBusy();
    }

    /** Another run is shown: what is still being written is written, but no longer told. */
    void forget() {
        answers.forget();
        export.forget();
        busy = false;
    }

    /** Asks for the scale and the file, then writes the images that are on the screen now. */
    void export(OpenRun run, PreviewAnswer.Images drawn, boolean difference) {
        export.export(
                run,
                ShownImages.oneLineEach(drawn),
                "the grid",
                run.name() + "-step-" + drawn.step(),
                difference ? "The images are exported, not their differences." : "");
    }

    /** The picture among files that were dropped; empty unless it is one alone. */
    static Optional<Path> dropped(List<File> files) {
        return files.size() == 1
                        && files.get(0).getName().toLowerCase(Locale.ROOT).endsWith(".png")
                ? Optional.of(files.get(0).toPath())
                : Optional.empty();
    }

    /** Asks for an exported picture, then restores it. */
    void open(OpenRun run, Consumer<RestoredGrid> onRestored) {
        files.open("Open an exported grid", "PNG picture", "png").ifPresent(file -> restore(run, file, onRestored));
    }

    /** Reads a picture's recipe and offers to make it again. */
    void restore(OpenRun run, Path file, Consumer<RestoredGrid> onRestored) {
        answers.await(
                CompletableFuture.supplyAsync(() -> RestoredGrid.read(run, file)),
                restored -> {
                    GridRecipe recipe = restored.recipe();
                    onRestored.accept(restored);
                    notice.info(
                            "Restored " + file.getFileName() + ": checkpoint of step " + Formats.count(recipe.step())
                                    + ", " + recipe.widths().size() + " × "
                                    + recipe.imagesPerWidth() + " images at scale " + recipe.scale() + ".",
                            Optional.of(new NoticeBar.Action("Make it again…", () -> remake(run, recipe, file))));
                },
                thrown -> notice.failure("The picture was not restored", Problem.of("Reading the picture", thrown)));
    }

    private void remake(OpenRun run, GridRecipe recipe, Path original) {
        files.save("Make the picture again", "again-" + original.getFileName(), "PNG picture", "png")
                .ifPresent(file -> {
                    Path target = PictureExport.withEnding(file);
                    busy = true;
                    CompletableFuture<Boolean> same = CompletableFuture.supplyAsync(() -> bytes(original))
                            .thenCompose(before -> GridRemake.start(run, recipe, target)
                                    .thenApply(written -> java.util.Arrays.equals(before, bytes(written))));
                    answers.await(
                            same,
                            equal -> {
                                busy = false;
                                notice.info(
                                        "Made again as " + target.getFileName() + ": "
                                                + (equal ? "identical, bit for bit." : "it differs from the original."),
                                        Optional.of(export.showFolder(target)));
                            },
                            thrown -> {
                                busy = false;
                                notice.failure(
                                        "The picture was not made again", Problem.of("Making the picture", thrown));
                            });
                });
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
