package io.slimgan.ui.main;

import io.slimgan.ui.common.FeaturePane;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The menu bar: every command with its shortcut. */
final class MainMenu {

    private MainMenu() {}

    static MenuBar of(CommandSet commands, List<FeaturePane> pages, ShellActions shell) {
        Menu run = menu(
                "Run",
                commands.newRun().menuItem(),
                commands.openRun().menuItem(),
                new SeparatorMenuItem(),
                commands.export().menuItem(),
                commands.report().menuItem(),
                commands.images().menuItem(),
                new SeparatorMenuItem(),
                commands.quit().menuItem());
        Menu train = menu(
                "Train",
                commands.start().menuItem(),
                commands.pause().menuItem(),
                commands.step().menuItem(),
                new SeparatorMenuItem(),
                commands.save().menuItem(),
                commands.stop().menuItem(),
                new SeparatorMenuItem(),
                commands.resumeWithChanges().menuItem());
        Menu view = menu("View");
        for (int i = 0; i < pages.size(); i++) {
            view.getItems().add(page(pages.get(i), i, shell));
        }
        view.getItems().addAll(new SeparatorMenuItem(), commands.theme().menuItem());
        Menu help = menu(
                "Help",
                commands.shortcuts().menuItem(),
                commands.engine().menuItem(),
                new SeparatorMenuItem(),
                commands.about().menuItem());
        MenuBar bar = new MenuBar(run, train, view, help);
        bar.setId("menu-bar");
        bar.setUseSystemMenuBar(true);
        return bar;
    }

    /** The shortcut of the page at a place of the navigation: Ctrl+1 for the first. */
    static KeyCombination pageKeys(int index) {
        return new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (index + 1)), KeyCombination.SHORTCUT_DOWN);
    }

    private static MenuItem page(FeaturePane page, int index, ShellActions shell) {
        MenuItem item = new MenuItem(page.title(), page.icon().node());
        item.setId("menu-page-" + index);
        item.setAccelerator(pageKeys(index));
        item.setOnAction(event -> shell.showPage(index));
        return item;
    }

    private static Menu menu(String title, MenuItem... items) {
        Menu menu = new Menu(title);
        menu.setMnemonicParsing(false);
        menu.getItems().addAll(items);
        return menu;
    }
}
