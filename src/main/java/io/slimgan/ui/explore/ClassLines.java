package io.slimgan.ui.explore;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ClassNames;
import io.slimgan.ui.image.ImageBlock;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The names of classes beside the lines of a block of images; takes no room where a line is not a class. */
final class ClassLines extends VBox {

    /** Its width on the screen, with the space to the images. */
    static final double WIDE = 100;

    private static final double SPACE = 10;

    private final List<String> shown = new ArrayList<>();
    private int edge;

    ClassLines() {
        setId("class-lines");
        setMinWidth(WIDE);
        setPrefWidth(WIDE);
        setMaxWidth(WIDE);
        setMaxHeight(USE_PREF_SIZE);
        hide();
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    /** Names the classes of lines that are so high. */
    void show(ClassChoice.Every every, ClassNames names, int cell) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < every.count(); i++) {
            lines.add(names.name(every.first() + i));
        }
        setVisible(true);
        setManaged(true);
        if (lines.equals(shown) && cell == edge) {
            return;
        }
        shown.clear();
        shown.addAll(lines);
        edge = cell;
        setSpacing(ImageBlock.GAP);
        getChildren().setAll(lines.stream().map(name -> line(name, cell)).toList());
    }

    private static Label line(String name, int cell) {
        Label label = new Label(name);
        label.getStyleClass().add("strong");
        label.setAlignment(Pos.CENTER_RIGHT);
        label.setMinSize(WIDE - SPACE, cell);
        label.setPrefSize(WIDE - SPACE, cell);
        label.setMaxSize(WIDE - SPACE, cell);
        label.setTooltip(new Tooltip(name));
        return label;
    }
}
