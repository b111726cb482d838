package io.slimgan.ui.common;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's own file dialogs. Remembers the folder that was used last, while the window lives. FX thread. */
public final class DisplayFilePicker implements FilePicker {

    private static final Logger LOG = LoggerFactory.getLogger(DisplayFilePicker.class);

    private final Supplier<Window> owner;
    private Optional<Path> lastFolder = Optional.empty();

    /** {@code owner} is the window that dialogs stand in front of. */
    public DisplayFilePicker(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, String description, String extension) {
        FileChooser chooser = chooser(title, description, extension);
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> open(String title, String description, String extension) {
        return remember(chooser(title, description, extension).showOpenDialog(owner.get()));
    }

    @Override
    public Optional<Path> folder(String title, Optional<Path> start) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        start.filter(Files::isDirectory)
                .or(() -> lastFolder)
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return Optional.ofNullable(chooser.showDialog(owner.get())).map(File::toPath);
    }

    /**
     * The toolkit shows documents only for a started {@code Application}, and AWT's desktop needs a second toolkit, so
     * the system's own command is called.
     */
    @Override
    public void reveal(Path folder) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String command = system.contains("win") ? "explorer" : system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(command, folder.toAbsolutePath().toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be shown with {}.", folder, command, e);
        }
    }

    private FileChooser chooser(String title, String description, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(description, "*." + extension));
        lastFolder.filter(Files::isDirectory).ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<Path> remember(@Nullable File chosen) {
        Optional<Path> path = Optional.ofNullable(chosen).map(File::toPath);
        path.map(Path::getParent).ifPresent(parent -> lastFolder = Optional.of(parent));
        return path;
    }
}
