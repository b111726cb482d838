package io.slimgan.ui.image;

import io.slimgan.base.ClassChoice;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Exporting what is on the screen, as the reader meets it: question, file, progress, outcome. FX thread. */
public final class PictureExport {

    private final Dialogs dialogs;
    private final FilePicker files;
    private final NoticeBar notice;
    private final Latest answers = new Latest();
    private boolean busy;

    /** Outcomes are told in {@code notice}. */
    public PictureExport(Dialogs dialogs, FilePicker files, NoticeBar notice) {
        this.dialogs = dialogs;
        this.files = files;
        this.notice = notice;
    }

    /** Whether a picture is being written. */
    public boolean isBusy() {
        return busy;
    }

    /** Another run is shown: what is still being written is written, but no longer told. */
    public void forget() {
        answers.forget();
        busy = false;
    }

    /**
     * Asks for the scale and the file, then writes these images: the very ones, however far training goes on meanwhile.
     *
     * @param what how to call them, such as "the grid"
     * @param name the file's name to propose, without an ending
     * @param remark a sentence on what is exported; empty if there is nothing to say
     */
    public void export(OpenRun run, ShownImages shown, String what, String name, String remark) {
        String title = "Export " + what;
        ExportForm form = new ExportForm(run, shown, (origin(run, shown) + " " + remark).strip());
        dialogs.form(
                title,
                form,
                "Export…",
                form.valid(),
                () -> files.save(title, name + ".png", "PNG picture", "png")
                        .ifPresent(file -> write(run, shown, form.scale(), withEnding(file), what)));
    }

    private static String origin(OpenRun run, ShownImages shown) {
        String images = "These are the images on the screen now, of step " + Formats.count(shown.step())
                + "; the picture carries its recipe (run, step, widths, seeds"
                + (shown.answer().request().classes().equals(ClassChoice.BY_SEED) ? "" : ", classes") + "). ";
        if (SavedStep.known(run, shown)) {
            return images + "The same file can be made again from it, bit for bit: the checkpoint of this step is kept"
                    + " for as long as the run.";
        }
        return SavedStep.savable(run, shown.step()).isPresent()
                ? images
                        + "A checkpoint of this step is saved now and kept for as long as the run, so that the same file"
                        + " can be made again, bit for bit."
                : images + "Training has gone on, so it can be made again only if there is a checkpoint of this very"
                        + " step; pause before exporting to have one saved.";
    }

    /** The file with the ending of a PNG picture. */
    public static Path withEnding(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(".png") ? file : file.resolveSibling(name + ".png");
    }

    private void write(OpenRun run, ShownImages shown, int scale, Path file, String what) {
        busy = true;
        notice.info("Exporting " + what + "…", Optional.empty());
        answers.await(
                PictureFile.write(run, shown, scale, file),
                written -> {
                    busy = false;
                    notice.info(outcome(written), Optional.of(showFolder(written.file())));
                },
                thrown -> {
                    busy = false;
                    notice.failure("Nothing was exported", Problem.of("Exporting " + what, thrown));
                });
    }

    private static String outcome(PictureFile.Written written) {
        String step = Formats.count(written.recipe().step());
        return written.canBeRemade()
                ? "Exported " + written.file() + ", the images of step " + step + ", whose checkpoint is kept."
                : "Exported " + written.file() + ", the images of step " + step
                        + ", of which there is no checkpoint: the picture cannot be made again from its recipe.";
    }

    /** What the reader can do about a file that was written. */
    public NoticeBar.Action showFolder(Path file) {
        return new NoticeBar.Action(
                "Show folder",
                () -> files.reveal(
                        Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file)));
    }
}
