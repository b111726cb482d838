package io.slimgan.ui.common;

import javafx.scene.layout.Region;

/** One feature of the window as the shell sees it. All methods are called on the FX thread. */
public interface FeaturePane {

    /** The feature's name in the navigation. */
    String title();

    /** The icon beside the name. */
    Icons icon();

    /** What is drawn; always the same node. */
    Region node();

    /** Shows this run from now on; the one before is closed first. */
    void open(OpenRun run);

    /** Lets go of the run; the pane shows its empty state. Does nothing without one. */
    void close();

    /** Called about ten times a second while the pane is visible: pull what is new and draw it, within a frame. */
    void tick();

    /** The theme changed; panes whose drawing does not follow style sheets redraw here. */
    default void themeChanged(boolean dark) {}

    /** Whether {@link #export()} has something to write just now. */
    default boolean canExport() {
        return false;
    }

    /** Writes what is shown to a file of the user's choice; the shell's "Export" command. */
    default void export() {}
}
