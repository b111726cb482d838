package io.slimgan.ui;

import io.slimgan.ui.common.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Chooses what the test said before. */
public final class FakeFilePicker implements FilePicker {

    private final List<Path> revealed = new CopyOnWriteArrayList<>();
    private volatile Optional<Path> next = Optional.empty();
    private volatile String suggestedName = "";

    /** Chooses this from now on, whatever is asked for. */
    public void choose(Path path) {
        next = Optional.of(path);
    }

    /** Cancels from now on. */
    public void cancel() {
        next = Optional.empty();
    }

    /** The name that was suggested last. */
    public String suggestedName() {
        return suggestedName;
    }

    /** Folders shown in the file manager. */
    public List<Path> revealed() {
        return List.copyOf(revealed);
    }

    @Override
    public Optional<Path> save(String title, String suggested, String description, String extension) {
        suggestedName = suggested;
        return next;
    }

    @Override
    public Optional<Path> open(String title, String description, String extension) {
        return next;
    }

    @Override
    public Optional<Path> folder(String title, Optional<Path> start) {
        return next;
    }

    @Override
    public void reveal(Path folder) {
        revealed.add(folder);
    }
}
