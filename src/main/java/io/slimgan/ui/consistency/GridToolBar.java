package io.slimgan.ui.consistency;

import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Choice;
import io.slimgan.ui.image.ClassChooser;
import io.slimgan.ui.image.Controls;
import io.slimgan.ui.image.CountSpinner;
import io.slimgan.ui.image.SourceChooser;
import java.util.List;
import java.util.OptionalInt;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;

/** What can be chosen for the grid. Wraps into a second line where the window is narrow. */
final class GridToolBar extends FlowPane {

    /** What the controls do. */
    interface Listener {
        void sourceChosen();

        void classesChosen();

        void liveSwitched();

        void drawAgain();

        void countChosen(int columns);

        void shuffle();

        void viewChanged();

        void export();

        void openPicture();

        void showAllWidths();
    }

    /** The least time between two refreshes. */
    private record Interval(double millis, String name) {}

    private static final List<Interval> INTERVALS = List.of(
            new Interval(500, "½ s"),
            new Interval(1000, "1 s"),
            new Interval(5000, "5 s"),
            new Interval(30_000, "30 s"));

    private final SourceChooser source;
    private final ClassChooser classes;
    private final ToggleButton live;
    private final Choice<Interval> interval;
    private final CountSpinner count;
    private final Choice<OptionalInt> zoom;
    private final ToggleButton difference;
    private final Button allWidths;
    private final Label columns = new Label("Columns");

    GridToolBar(Listener listener) {
        super(14, 8);
        setPadding(new Insets(10, 14, 10, 14));
        setAlignment(Pos.CENTER_LEFT);
        setRowValignment(javafx.geometry.VPos.CENTER);
        source = new SourceChooser(listener::sourceChosen);
        classes = new ClassChooser(
                new ClassChooser.Rules("One per column", "All classes × widths", Integer.MAX_VALUE),
                listener::classesChosen);
        live = Controls.toggle(
                Icons.LIVE, "live", "Live", "Draw the newest weights while training goes on", listener::liveSwitched);
        live.setSelected(true);
        interval = new Choice<>(
                "interval", "The least time between two refreshes", INTERVALS, Interval::name, listener::liveSwitched);
        interval.setPrefWidth(82);
        count = new CountSpinner(
                "columns", "Number of latents, 1 to 64", 1, ColumnSeeds.MOST, 16, listener::countChosen);
        zoom = new Choice<>(
                "zoom",
                "Size of the images: as large as fits, or a fixed factor",
                zooms(),
                factor -> factor.isPresent() ? "× " + factor.getAsInt() : "Fit",
                listener::viewChanged);
        zoom.setPrefWidth(80);
        difference = Controls.toggle(
                Icons.DIFFERENCE,
                "difference",
                "",
                "Show how far each width is from the widest: |G_w(z) − G_1(z)|",
                listener::viewChanged);
        allWidths = Controls.button(
                Icons.RESET, "all-widths", "All widths", "Show every width of the run again", listener::showAllWidths);
        getChildren().addAll(groups(listener));
        showWidthsLeftOut(false);
    }

    private List<Node> groups(Listener listener) {
        return List.of(
                Controls.group(
                        source,
                        live,
                        interval,
                        Controls.icon(Icons.REFRESH, "draw-again", "Draw again now", listener::drawAgain)),
                classes,
                Controls.group(
                        columns,
                        count,
                        Controls.button(
                                Icons.SHUFFLE,
                                "shuffle",
                                "New seeds",
                                "Draw all columns from new seeds but the locked ones",
                                listener::shuffle)),
                Controls.group(zoom, difference, allWidths),
                Controls.group(
                        Controls.button(
                                Icons.EXPORT, "export", "Export…", "Save the grid as a PNG file", listener::export),
                        Controls.icon(
                                Icons.PICTURE,
                                "open-picture",
                                "Open an exported picture: restore what an exported PNG was made from, to make it again",
                                listener::openPicture)));
    }

    private static List<OptionalInt> zooms() {
        return List.of(
                OptionalInt.empty(),
                OptionalInt.of(1),
                OptionalInt.of(2),
                OptionalInt.of(3),
                OptionalInt.of(4),
                OptionalInt.of(6),
                OptionalInt.of(8));
    }

    SourceChooser source() {
        return source;
    }

    /** Of which classes the images are. */
    ClassChooser classes() {
        return classes;
    }

    /** Where the columns are classes, their number is not chosen. */
    void showClassGrid(boolean shown) {
        for (Node node : List.of(columns, count)) {
            node.setVisible(!shown);
            node.setManaged(!shown);
        }
    }

    /** Whether newer weights are to be drawn by themselves. */
    boolean isLive() {
        return live.isSelected() && source.chosen().equals(Source.NEWEST);
    }

    double intervalMillis() {
        return interval.getValue().millis();
    }

    OptionalInt zoom() {
        return zoom.getValue();
    }

    boolean isDifference() {
        return difference.isSelected();
    }

    /** A restored picture may have fewer widths than the run. */
    void showWidthsLeftOut(boolean leftOut) {
        allWidths.setVisible(leftOut);
        allWidths.setManaged(leftOut);
    }

    void showCount(int columns) {
        count.show(columns);
    }
}
