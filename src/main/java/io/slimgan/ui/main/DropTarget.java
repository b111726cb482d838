package io.slimgan.ui.main;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/**
 * A run's folder dropped onto the window is opened, a settings file fills the form for a new run, the runs of a list file
 * are queued, and a file of weights becomes the feature network that is measured with.
 */
final class DropTarget {

    private final Consumer<Path> onFolder;
    private final Consumer<Path> onSettings;

    private final Consumer<Path> onWeights;

    DropTarget(Consumer<Path> onFolder, Consumer<Path> onSettings, Consumer<Path> onWeights) {
        this.onFolder = onFolder;
        this.onSettings = onSettings;
        this.onWeights = onWeights;
    }

    void watch(Scene scene) {
        scene.setOnDragOver(event -> {
            if (usable(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            Optional<Path> path = usable(event);
            path.ifPresent(this::take);
            event.setDropCompleted(path.isPresent());
            event.consume();
        });
    }

    /** Opens what was dropped. */
    void take(Path path) {
        if (Files.isDirectory(path)) {
            onFolder.accept(path);
        } else {
            (isWeights(path) ? onWeights : onSettings).accept(path);
        }
    }

    private static Optional<Path> usable(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files == null || files.size() != 1
                ? Optional.empty()
                : Optional.of(files.get(0).toPath()).filter(DropTarget::isUsable);
    }

    static boolean isUsable(Path path) {
        return Files.isDirectory(path)
                || isWeights(path)
                || path.getFileName().toString().matches("(?i).*\\.ya?ml");
    }

    private static boolean isWeights(Path path) {
        return path.getFileName().toString().matches("(?i).*\\.(pth|pt|npz|safetensors)");
    }
}
