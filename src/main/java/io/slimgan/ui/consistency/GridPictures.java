package io.slimgan.ui.consistency;

import io.slimgan.base.Width;
import io.slimgan.report.GridRecipe;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.image.NoticeBar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Exporting grids and restoring exported ones, as the reader meets it: questions, progress, outcome. FX thread. */
final class GridPictures {

    private final Dialogs dialogs;
    private final FilePicker files;
    private final NoticeBar notice;
    private final Latest answers = new Latest();
    private boolean busy;

    GridPictures(Dialogs dialogs, FilePicker files, NoticeBar notice) {
        this.dialogs = dialogs;
        this.files = files;
        this.notice = notice;
    }

    /** Whether a picture is being written. */
    boolean isBusy() {
        return busy;
    }

    /** Another run is shown: what is still being written is written, but no longer told. */
    void forget() {
        answers.forget();
        busy = false;
    }

    /** Asks for the scale and the file, then exports. */
    void export(OpenRun run, Source source, List<Width> widths, List<Long> seeds, int imageSize, boolean difference) {
        ExportForm form = new ExportForm(
                imageSize,
                widths.stream().map(Width::multiplier).toList(),
                seeds,
                weights(run, source) + (difference ? " The images are exported, not their differences." : ""));
        dialogs.form(
                "Export the grid",
                form,
                "Export…",
                form.valid(),
                () -> files.save("Export the grid", name(run, source), "PNG picture", "png")
                        .ifPresent(file -> write(
                                run,
                                new GridExport.Order(source, widths, seeds, imageSize, form.scale(), ending(file)))));
    }

    private static String weights(OpenRun run, Source source) {
        if (!source.isNewest()) {
            return "The images are drawn from the checkpoint of step " + Formats.count(source.step()) + ".";
        }
        return SavedStep.unsaved(run, source).isPresent()
                ? "The model in training is ahead of its last checkpoint, so one is saved at its next step, and the"
                        + " images are drawn from that."
                : "The images are drawn from the newest checkpoint.";
    }

    private static String name(OpenRun run, Source source) {
        boolean known = !source.isNewest();
        return run.name() + (known ? "-step-" + source.step() : "-grid") + ".png";
    }

    private static Path ending(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".png") ? file : file.resolveSibling(name + ".png");
    }

    private void write(OpenRun run, GridExport.Order order) {
        busy = true;
        notice.info("Exporting the grid…", Optional.empty());
        answers.await(
                GridExport.start(run, order),
                written -> {
                    busy = false;
                    notice.info(
                            "Exported " + written.file() + ", made from the checkpoint of step "
                                    + Formats.count(written.recipe().step()) + ".",
                            Optional.of(new NoticeBar.Action("Show folder", () -> reveal(written.file()))));
                },
                thrown -> {
                    busy = false;
                    notice.failure("The grid was not exported", Problem.of("Exporting the grid", thrown));
                });
    }

    private void reveal(Path file) {
        files.reveal(Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file));
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
                                    + recipe.seeds().size() + " images at scale " + recipe.scale() + ".",
                            Optional.of(new NoticeBar.Action("Make it again…", () -> remake(run, recipe, file))));
                },
                thrown -> notice.failure("The picture was not restored", Problem.of("Reading the picture", thrown)));
    }

    private void remake(OpenRun run, GridRecipe recipe, Path original) {
        files.save("Make the picture again", "again-" + original.getFileName(), "PNG picture", "png")
                .ifPresent(file -> {
                    busy = true;
                    CompletableFuture<Boolean> same = CompletableFuture.supplyAsync(() -> bytes(original))
                            .thenCompose(before -> GridExport.remake(run, recipe, ending(file))
                                    .thenApply(written -> java.util.Arrays.equals(before, bytes(written.file()))));
                    answers.await(
                            same,
                            equal -> {
                                busy = false;
                                notice.info(
                                        "Made again as " + ending(file).getFileName() + ": "
                                                + (equal ? "identical, bit for bit." : "it differs from the original."),
                                        Optional.of(new NoticeBar.Action("Show folder", () -> reveal(file))));
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
