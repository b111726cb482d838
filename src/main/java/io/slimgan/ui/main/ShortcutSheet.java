package io.slimgan.ui.main;

import io.slimgan.ui.common.FeaturePane;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** All keys at a glance, read from the commands themselves. */
final class ShortcutSheet {

    private ShortcutSheet() {}

    static Node of(CommandSet c, List<FeaturePane> pages) {
        GridPane grid = new GridPane(32, 8);
        grid.setId("shortcut-sheet");
        Stream.of(
                        c.newRun(),
                        c.openRun(),
                        c.start(),
                        c.pause(),
                        c.step(),
                        c.save(),
                        c.stop(),
                        c.resumeWithChanges(),
                        c.export(),
                        c.report(),
                        c.images(),
                        c.theme(),
                        c.engine(),
                        c.shortcuts(),
                        c.quit())
                .forEach(command -> command.keys()
                        .ifPresent(keys -> row(grid, keys.getDisplayText(), command.text(), command.hint())));
        row(grid, "Space", "Pause or go on", "Where no field or button has the focus");
        row(
                grid,
                "Alt+Up, Alt+Down",
                "Earlier or later",
                "Of the run that is selected in the queue; Delete takes it out");
        for (int i = 0; i < pages.size(); i++) {
            row(grid, MainMenu.pageKeys(i).getDisplayText(), pages.get(i).title(), "Show this page");
        }
        return grid;
    }

    private static void row(GridPane grid, String keys, String verb, String hint) {
        Label cap = new Label(keys);
        cap.getStyleClass().add("key-cap");
        Label caption = new Label(hint);
        caption.getStyleClass().add("caption");
        Label what = new Label(verb);
        for (Label label : List.of(cap, what, caption)) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        grid.addRow(grid.getRowCount(), cap, what, caption);
    }
}
