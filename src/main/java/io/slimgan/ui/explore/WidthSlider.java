package io.slimgan.ui.explore;

import io.slimgan.base.Width;
import io.slimgan.ui.image.WidthColors;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/**
 * A slider that stops at the trained widths, each named below it in its colour. Tells the width while it is dragged, and
 * by keys: arrows, Home, End.
 */
final class WidthSlider extends Region {

    private static final double LABELS = 26;
    private static final double SIDES = 22;

    private final Slider slider = new Slider();
    private final List<Label> labels = new ArrayList<>();
    private final Consumer<Width> onWidth;
    private List<Width> widths = List.of();
    private int at;

    /** @param onWidth called for each width that the thumb comes to */
    WidthSlider(Consumer<Width> onWidth) {
        this.onWidth = onWidth;
        slider.setId("width-slider");
        slider.setAccessibleText("Width of the generator");
        slider.setMin(0);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setBlockIncrement(1);
        slider.setSnapToTicks(true);
        slider.setLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Double value) {
                return widths.isEmpty() ? "" : widths.get(nearest(value)).toString();
            }

            @Override
            public Double fromString(String text) {
                throw new UnsupportedOperationException("The slider is not typed into.");
            }
        });
        slider.valueProperty().addListener((value, before, now) -> moved(nearest(now.doubleValue())));
        getChildren().add(slider);
    }

    private int nearest(double value) {
        return (int) Math.max(0, Math.min(widths.size() - 1, Math.round(value)));
    }

    private void moved(int to) {
        if (to != at && !widths.isEmpty()) {
            at = to;
            slider.setAccessibleHelp("Width " + widths.get(at));
            onWidth.accept(widths.get(at));
        }
    }

    /** Takes the widths of a run and stands at the widest. */
    void show(List<Width> trained, boolean dark) {
        widths = List.copyOf(trained);
        at = Math.max(0, widths.size() - 1);
        slider.setMax(Math.max(1, widths.size() - 1));
        slider.setDisable(widths.size() < 2);
        slider.setValue(widths.size() < 2 ? 1 : at);
        labels.clear();
        List<Node> children = new ArrayList<>();
        children.add(slider);
        for (Width width : widths) {
            Label label = new Label(width.toString());
            label.setId("width-label-" + width.index());
            label.setOnMouseClicked(event -> choose(width));
            label.setAccessibleText("Width " + width);
            labels.add(label);
            children.add(label);
        }
        getChildren().setAll(children);
        color(dark);
    }

    /** Wears the theme's colours. */
    void color(boolean dark) {
        for (int i = 0; i < labels.size(); i++) {
            labels.get(i).setStyle(WidthColors.bold(widths.get(i), dark, 14) + " -fx-cursor: hand;");
        }
    }

    /** Moves the thumb, as the user would. */
    void choose(Width width) {
        slider.setValue(width.index());
    }

    /** The width that the thumb stands at. Only after {@link #show}. */
    Width width() {
        return widths.get(at);
    }

    @Override
    protected void layoutChildren() {
        double high = slider.prefHeight(-1);
        slider.resizeRelocate(SIDES, 4, getWidth() - 2 * SIDES, high);
        slider.layout();
        Node thumb = slider.lookup(".thumb");
        double half = thumb == null ? 8 : thumb.getLayoutBounds().getWidth() / 2;
        double from = SIDES + half;
        double length = getWidth() - 2 * SIDES - 2 * half;
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            label.autosize();
            Bounds bounds = label.getLayoutBounds();
            double x = widths.size() < 2 ? from + length : from + length * i / (widths.size() - 1);
            label.relocate(x - bounds.getWidth() / 2, 4 + high + 2);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 4 + slider.prefHeight(-1) + LABELS;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }
}
