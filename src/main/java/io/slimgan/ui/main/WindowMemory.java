package io.slimgan.ui.main;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the window remembers from one start to the next.
 *
 * @param dark whether the dark theme is on
 * @param place where the window stood, unless it never was shown
 * @param workspace the folder that holds the runs
 * @param lastRun the run that was shown last
 * @param lastPage the title of the page that was shown last; empty at the first start
 */
record WindowMemory(boolean dark, Optional<Place> place, Path workspace, Optional<Path> lastRun, String lastPage) {

    /**
     * Where a window stands, in the screen's coordinates.
     *
     * @param maximized whether it fills the screen; the other values are those it returns to
     */
    record Place(double x, double y, double width, double height, boolean maximized) {}

    /** What holds at the first start. */
    static WindowMemory defaults() {
        Path home = Path.of(System.getProperty("user.home", ""));
        return new WindowMemory(false, Optional.empty(), home.resolve("SlimGAN runs"), Optional.empty(), "");
    }

    WindowMemory withDark(boolean value) {
        return new WindowMemory(value, place, workspace, lastRun, lastPage);
    }

    WindowMemory withPlace(Place value) {
        return new WindowMemory(dark, Optional.of(value), workspace, lastRun, lastPage);
    }

    WindowMemory withWorkspace(Path value) {
        return new WindowMemory(dark, place, value, lastRun, lastPage);
    }

    WindowMemory withLastRun(Optional<Path> value) {
        return new WindowMemory(dark, place, workspace, value, lastPage);
    }

    WindowMemory withLastPage(String value) {
        return new WindowMemory(dark, place, workspace, lastRun, value);
    }
}
