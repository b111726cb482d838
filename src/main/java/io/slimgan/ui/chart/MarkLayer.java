package io.slimgan.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.util.Duration;

/** The marks of a chart: a flag at the upper edge, which tells what happened, over a line down to the axis. FX thread. */
final class MarkLayer {

    private static final double HALF = 6;
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

    private final PlotSurface surface;
    private final List<Node> nodes = new ArrayList<>();
    private List<ChartMark> marks = List.of();

    MarkLayer(PlotSurface surface) {
        this.surface = surface;
    }

    List<ChartMark> marks() {
        return marks;
    }

    void show(List<ChartMark> shown) {
        marks = List.copyOf(shown);
        surface.removeMarks(nodes);
        nodes.clear();
        for (ChartMark mark : marks) {
            nodes.add(node(mark));
        }
        surface.addMarks(nodes);
        update();
    }

    /** Brings the marks to their places after the curves were drawn anew. */
    void update() {
        for (int i = 0; i < nodes.size(); i++) {
            Group node = (Group) nodes.get(i);
            node.setVisible(false);
            int at = i;
            surface.frame().ifPresent(frame -> place(frame, node, marks.get(at)));
        }
    }

    private void place(PlotFrame frame, Group node, ChartMark mark) {
        Rectangle2D area = surface.area();
        OptionalDouble share = frame.across(mark);
        if (share.isEmpty()) {
            return;
        }
        ((Line) node.getChildren().get(0)).setEndY(area.getHeight());
        node.setTranslateX(Math.rint(area.getMinX() + share.getAsDouble() * area.getWidth()) + 0.5);
        node.setTranslateY(area.getMinY());
        node.setVisible(true);
    }

    private static Group node(ChartMark mark) {
        Line line = new Line(0, 0, 0, 1);
        line.getStyleClass().add("chart-mark-line");
        line.pseudoClassStateChanged(GOOD, mark.good());
        line.setMouseTransparent(true);
        Polygon flag = new Polygon(-HALF, -2, HALF, -2, 0, 9);
        flag.getStyleClass().add("chart-mark");
        flag.pseudoClassStateChanged(GOOD, mark.good());
        flag.setAccessibleText(mark.text());
        Tooltip told = new Tooltip(mark.text());
        told.setWrapText(true);
        told.setMaxWidth(380);
        told.setShowDelay(Duration.millis(150));
        Tooltip.install(flag, told);
        Group group = new Group(line, flag);
        group.setManaged(false);
        group.setAutoSizeChildren(false);
        return group;
    }
}
