package io.slimgan.ui.runs;

import io.slimgan.config.RunSettings;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.ModelCosts;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Latest;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Parameters and MACs of each width for the settings in the form, live; while they are wrong the last ones stay, pale. */
final class CostsTable extends VBox {

    private final EngineRoom room;
    private final Latest counting = new Latest();
    private final PauseTransition rest = new PauseTransition(Duration.millis(200));
    private final GridPane grid = new GridPane(12, 6);
    private final Label remark = new Label();
    private Optional<RunSettings> asked = Optional.empty();

    CostsTable(EngineRoom room, SettingsDraft draft) {
        super(8);
        this.room = room;
        setId("costs");
        remark.getStyleClass().add("field-hint");
        remark.setWrapText(true);
        remark.setMinHeight(USE_PREF_SIZE);
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        ColumnConstraints figures = new ColumnConstraints();
        figures.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().addAll(first, figures, figures);
        getChildren().addAll(grid, remark);
        rest.setOnFinished(event -> asked.ifPresent(this::count));
        draft.reading().addListener((observable, before, now) -> follow(now.settings()));
        follow(draft.reading().get().settings());
    }

    private void follow(Optional<RunSettings> settings) {
        grid.setOpacity(settings.isPresent() ? 1 : 0.45);
        if (settings.isPresent() && !settings.equals(asked)) {
            asked = settings;
            rest.playFromStart();
        }
    }

    private void count(RunSettings settings) {
        counting.await(
                room.costs(settings),
                this::show,
                thrown -> remark.setText(Problem.of("Counting", thrown).sentence()));
    }

    private void show(ModelCosts costs) {
        grid.getChildren().clear();
        grid.addRow(0, head("Width"), head("Parameters"), head("MACs"));
        for (ModelCosts.WidthCosts width : costs.widths()) {
            grid.addRow(
                    grid.getRowCount(),
                    plain(width.width().toString()),
                    figure(width.parameters()),
                    figure(width.macs()));
        }
        grid.addRow(grid.getRowCount(), plain("Discriminators"), figure(costs.discriminatorParameters()));
        remark.setText("The generator stores " + Formats.compact(costs.generatorParameters())
                + " parameters for all its widths together; MACs are those of one image.");
    }

    private static Label head(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label plain(String words) {
        Label label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node figure(long n) {
        Label label = new Label(Formats.compact(n));
        label.getStyleClass().add("figure");
        label.setMinWidth(USE_PREF_SIZE);
        label.setTooltip(new Tooltip(Formats.count(n)));
        return label;
    }
}
