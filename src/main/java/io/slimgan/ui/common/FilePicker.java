package io.slimgan.ui.common;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for files and folders; an interface because the toolkit's own chooser needs a real display. FX thread. */
public interface FilePicker {

    /** A file to write. */
    Optional<Path> save(String title, String suggestedName, String description, String extension);

    /** A file that exists, to read. */
    Optional<Path> open(String title, String description, String extension);

    /** A folder that exists. */
    Optional<Path> folder(String title, Optional<Path> start);

    /** Shows a folder in the system's file manager. */
    void reveal(Path folder);
}
