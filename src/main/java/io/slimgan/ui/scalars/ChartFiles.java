package io.slimgan.ui.scalars;

import io.slimgan.base.AtomicFiles;
import io.slimgan.session.Problem;
import io.slimgan.ui.chart.ChartPane;
import io.slimgan.ui.chart.ChartPicture;
import io.slimgan.ui.chart.ChartSnapshot;
import io.slimgan.ui.chart.ChartTable;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Writes charts as pictures and tables where the user says; drawing and writing are done in the background. */
final class ChartFiles {

    private static final int COLUMNS = 3;
    private static final int SCALE = 2;

    private final Dialogs dialogs;
    private final FilePicker picker;
    private final Executor background;
    private final Consumer<String> say;

    /** {@code say} tells the user in a line what was written. */
    ChartFiles(Dialogs dialogs, FilePicker picker, Executor background, Consumer<String> say) {
        this.dialogs = dialogs;
        this.picker = picker;
        this.background = background;
        this.say = say;
    }

    /** One chart at a size for a page, several as on the screen. */
    void savePicture(String name, List<ChartPane> charts) {
        Optional<Path> file = picker.save("Save the picture", name + ".png", "PNG picture", "png");
        if (file.isPresent()) {
            List<ChartSnapshot> copies = copies(charts);
            int width = charts.size() == 1 ? 800 : 520;
            int height = charts.size() == 1 ? 500 : 360;
            AtomicFiles.Content content = out -> out.write(ChartPicture.png(copies, COLUMNS, width, height, SCALE));
            write(file.get(), content);
        }
    }

    /** Every value of the curves that are switched on, a row per step. */
    void saveTable(String name, List<ChartPane> charts) {
        Optional<Path> file = picker.save("Save the values", name + ".csv", "Table", "csv");
        if (file.isPresent()) {
            List<ChartSnapshot> copies = copies(charts);
            write(file.get(), out -> ChartTable.write(copies, out));
        }
    }

    private void write(Path file, AtomicFiles.Content content) {
        Fx.whenDone(
                CompletableFuture.runAsync(() -> AtomicFiles.write(file, content), background),
                done -> say.accept("Saved " + file),
                thrown -> dialogs.problem("Not saved", Problem.of("Saving " + file.getFileName(), thrown)));
    }

    private static List<ChartSnapshot> copies(List<ChartPane> charts) {
        return charts.stream().map(ChartPane::snapshot).toList();
    }
}
