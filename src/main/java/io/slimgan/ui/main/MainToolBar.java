package io.slimgan.ui.main;

import atlantafx.base.theme.Styles;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The tool bar: what is done to the run, and which run it is. */
final class MainToolBar {

    private MainToolBar() {}

    static ToolBar of(CommandSet commands, RunDesk desk) {
        Button start = commands.start().button();
        start.getStyleClass().add(Styles.ACCENT);
        RunBadge badge = new RunBadge();
        desk.run().addListener((o, before, now) -> badge.name(now));
        desk.standing().addListener((o, before, now) -> {
            badge.standing(now);
            start.setText(startWords(now));
        });
        badge.name(desk.run().get());
        badge.standing(desk.standing().get());
        start.setText(startWords(desk.standing().get()));
        HBox.setHgrow(badge, Priority.ALWAYS);
        ToolBar bar = new ToolBar(
                commands.newRun().button(),
                commands.openRun().button(),
                new Separator(Orientation.VERTICAL),
                start,
                commands.pause().button(),
                commands.step().button(),
                commands.save().button(),
                commands.stop().button(),
                badge,
                commands.export().iconButton(),
                commands.engine().iconButton(),
                commands.theme().iconButton());
        bar.setId("tool-bar");
        return bar;
    }

    /** "Resume" where there is something to resume; the button keeps its width, or the bar would jump. */
    private static String startWords(Standing standing) {
        if (standing.isFinished()) {
            return "Train longer…";
        }
        return standing.trainer() == Standing.Trainer.HERE || standing.trainer() == Standing.Trainer.NOBODY
                ? "Resume"
                : "Start";
    }
}
