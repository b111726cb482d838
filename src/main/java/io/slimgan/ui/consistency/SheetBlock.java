package io.slimgan.ui.consistency;

import io.slimgan.base.Width;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.GridFit;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.Millis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** Some of the columns at all widths: seeds and classes above, widths beside, images between. */
final class SheetBlock extends Region {

    /** Width of the labels beside the rows, with the space to the images. */
    static final double SIDE = 128;

    private static final double SPACE = 12;

    private final SheetActions actions;
    private final ImageBlock images = new ImageBlock();
    private final List<ColumnHead> heads = new ArrayList<>();
    private final List<ClassHead> classHeads = new ArrayList<>();
    private final ColumnHead oneSeed;
    private final List<RowHead> sides = new ArrayList<>();
    private final Tooltip tooltip = new Tooltip();
    private final Label step = new Label();
    private final Tooltip stepTooltip = new Tooltip();
    private Optional<SheetView> shown = Optional.empty();
    private Optional<ImageBlock.Cell> selected = Optional.empty();
    private int first;
    private double headHeight;
    private double classHeight;

    SheetBlock(SheetActions actions) {
        this.actions = actions;
        oneSeed = new ColumnHead(actions);
        images.setOnMouseClicked(event -> {
            images.requestFocus();
            cell(event).ifPresent(at -> actions.enlarge(at.row(), first + at.column()));
        });
        images.setOnMouseMoved(this::hover);
        images.setOnMouseExited(event -> images.frame(selected));
        Tooltip.install(images, tooltip);
        step.setId("drawn-step");
        step.getStyleClass().add("strong");
        step.setAlignment(Pos.CENTER_RIGHT);
        step.setTooltip(stepTooltip);
    }

    /** Shows the columns from {@code first} on, {@code count} of them. */
    void show(SheetView view, int from, int count, GridFit fit, SheetHeads kind) {
        shown = Optional.of(view);
        first = from;
        images.setId("images-" + from);
        images.shape(view.widths().size(), count, view.imageSize(), fit.scale());
        headHeight = kind.height(images.cellSize());
        classHeight = kind.classHeight(images.cellSize());
        fill(heads, kind.hasSeeds() ? count : 0, () -> new ColumnHead(actions));
        fill(classHeads, kind.hasClasses() ? count : 0, () -> new ClassHead(actions));
        fill(sides, view.widths().size(), RowHead::new);
        for (int i = 0; i < heads.size(); i++) {
            int column = from + i;
            heads.get(i)
                    .show(column, view.columns().get(column), view.isPending(column), images.cellSize(), kind.digits());
        }
        for (int i = 0; i < classHeads.size(); i++) {
            classHeads.get(i).show(from + i, view.columns().get(from + i), images.cellSize(), kind.longestClass());
        }
        for (int row = 0; row < sides.size(); row++) {
            sides.get(row).show(view, view.widths().get(row), images.cellSize());
        }
        List<Node> children = new ArrayList<>();
        children.add(images);
        if (from == 0) {
            children.add(step);
            showStep(view);
        }
        if (from == 0 && view.classGrid()) {
            oneSeed.showForAll(view.columns().get(0), view.isPending(0));
            children.add(oneSeed);
        }
        children.addAll(sides);
        children.addAll(heads);
        children.addAll(classHeads);
        if (!children.equals(getChildren())) {
            getChildren().setAll(children);
        }
        paint(view);
        requestLayout();
    }

    /** The corner above the widths tells which weights drew what is seen. */
    private void showStep(SheetView view) {
        step.setText(view.picture()
                .map(picture -> "Step " + Formats.count(picture.step()))
                .orElse(""));
        stepTooltip.setText(view.picture()
                .map(picture -> "The weights after " + Formats.count(picture.step())
                        + " generator updates drew these images in " + Millis.text(picture.totalMillis()))
                .orElse(""));
    }

    private static <T> void fill(List<T> list, int count, java.util.function.Supplier<T> maker) {
        while (list.size() > count) {
            list.remove(list.size() - 1);
        }
        while (list.size() < count) {
            list.add(maker.get());
        }
    }

    private void paint(SheetView view) {
        images.paint((row, column) -> view.picture()
                .flatMap(picture -> picture.cell(
                        view.widths().get(row),
                        view.columns().get(first + column).key(),
                        first + column)));
        images.setAccessibleText("Generated images of " + images.rows() + " widths and " + images.columns()
                + " latents, columns " + (first + 1) + " to " + (first + images.columns())
                + view.picture().map(picture -> ", step " + picture.step()).orElse(""));
    }

    /** Frames this cell of the whole grid if it stands here. */
    void select(Optional<ImageBlock.Cell> cell) {
        selected = cell.filter(at -> at.column() >= first && at.column() < first + images.columns())
                .map(at -> new ImageBlock.Cell(at.row(), at.column() - first));
        images.frame(selected);
    }

    private Optional<ImageBlock.Cell> cell(MouseEvent event) {
        return images.cellAt(event.getX(), event.getY());
    }

    private void hover(MouseEvent event) {
        Optional<ImageBlock.Cell> at = cell(event);
        images.frame(at.or(() -> selected));
        images.setCursor(at.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        shown.ifPresent(view -> at.ifPresent(cell -> {
            Width width = view.widths().get(cell.row());
            tooltip.setText("Width " + width + ", "
                    + view.columns().get(first + cell.column()).words()
                    + view.picture().map(picture -> ", step " + picture.step()).orElse("")
                    + "\nClick to look at this column at all widths");
        }));
    }

    @Override
    protected void layoutChildren() {
        images.resizeRelocate(SIDE, headHeight, images.prefWidth(-1), images.prefHeight(-1));
        step.resizeRelocate(0, headHeight - 24, SIDE - SPACE, 20);
        oneSeed.resizeRelocate(0, headHeight - 46, SIDE - SPACE, 22);
        for (int i = 0; i < classHeads.size(); i++) {
            double above = heads.isEmpty() ? headHeight - classHeight : 0;
            classHeads.get(i).resizeRelocate(SIDE + images.cellX(i), above, images.cellSize(), classHeight);
        }
        for (int i = 0; i < heads.size(); i++) {
            heads.get(i)
                    .resizeRelocate(SIDE + images.cellX(i), classHeight, images.cellSize(), headHeight - classHeight);
        }
        for (int i = 0; i < sides.size(); i++) {
            sides.get(i).resizeRelocate(0, headHeight + images.cellY(i), SIDE - SPACE, images.cellSize());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return SIDE + images.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return headHeight + images.prefHeight(-1);
    }
}
