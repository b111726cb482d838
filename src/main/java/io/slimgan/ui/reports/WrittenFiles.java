package io.slimgan.ui.reports;

import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The files of the last report, each to be opened. FX thread. */
final class WrittenFiles extends VBox {

    private final FilePicker files;

    WrittenFiles(FilePicker files) {
        super(4);
        this.files = files;
        setId("report-files");
    }

    void show(List<Path> written) {
        List<Node> rows = new ArrayList<>();
        if (!written.isEmpty()) {
            Label title = new Label("Written");
            title.getStyleClass().add("strong");
            rows.add(title);
        }
        for (Path file : written) {
            rows.add(row(file));
        }
        getChildren().setAll(rows);
    }

    private Node row(Path file) {
        Label name = new Label(file.getFileName() + size(file), Icons.FILE.node());
        name.setTooltip(new Tooltip(file.toString()));
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        String ending = file.getFileName().toString().replaceAll(".*\\.", "");
        Button open = Controls.button(Icons.WATCH, "open-" + ending, "Open", "Open " + file, () -> files.reveal(file));
        Button folder = Controls.button(
                Icons.FOLDER,
                "folder-of-" + ending,
                "Show in folder",
                "Show the folder of " + file,
                () -> Optional.ofNullable(file.toAbsolutePath().getParent()).ifPresent(files::reveal));
        open.getStyleClass().add("small");
        folder.getStyleClass().add("small");
        HBox row = new HBox(8, name, open, folder);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String size(Path file) {
        try {
            return "   " + Formats.bytes(Files.size(file));
        } catch (IOException gone) {
            return "";
        }
    }
}
