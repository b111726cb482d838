package io.slimgan.ui.form;

import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A file or folder, typed or chosen. FX thread. */
public final class PathField extends HBox {

    private final TextField field = new TextField();
    private boolean folder;

    /**
     * @param picking asks for the file or folder
     * @param onChange called after each change of the text
     */
    public PathField(String id, String prompt, boolean folder, Supplier<Optional<Path>> picking, Runnable onChange) {
        super(4);
        this.folder = folder;
        field.setId(id);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.setMinWidth(60);
        HBox.setHgrow(field, Priority.ALWAYS);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(field.textProperty());
        field.textProperty().addListener(text -> {
            field.setTooltip(field.getText().isEmpty() ? null : whole);
            onChange.run();
        });
        getChildren()
                .addAll(
                        field,
                        Controls.icon(
                                Icons.FOLDER,
                                id + "-choose",
                                "Choose…",
                                () -> picking.get().ifPresent(this::set)));
    }

    /** Asks for a folder, or for a file, from now on. */
    public void setFolder(boolean wanted) {
        folder = wanted;
    }

    /** Names nothing. */
    public void clear() {
        field.clear();
    }

    public void set(Path path) {
        field.setText(path.toString());
        field.positionCaret(field.getText().length());
    }

    /** What the text names; empty where it is no path. */
    public Optional<Path> path() {
        try {
            return field.getText().isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(field.getText().strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with it, if anything. */
    public Optional<String> problem() {
        String kind = folder ? "folder" : "file";
        Optional<Path> path = path();
        if (path.isEmpty()) {
            return Optional.of("Name or choose a " + kind + ".");
        }
        boolean there = folder ? Files.isDirectory(path.get()) : Files.isRegularFile(path.get());
        return there ? Optional.empty() : Optional.of("There is no such " + kind + "; choose another.");
    }
}
