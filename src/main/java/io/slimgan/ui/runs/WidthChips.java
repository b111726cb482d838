package io.slimgan.ui.runs;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.base.WidthPalette;
import io.slimgan.config.RunSettings;
import io.slimgan.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Circle;

/** The widths below their text as chips in their colours; a click takes one away, and usual ones are offered. */
final class WidthChips extends FlowPane {

    static final String PATH = "model.widths";

    private static final List<Double> USUAL = List.of(0.125, 0.25, 0.5, 0.75);

    private final SettingsDraft draft;
    private boolean dark;

    WidthChips(SettingsDraft draft) {
        super(6, 6);
        this.draft = draft;
        setId("width-chips");
        draft.reading().addListener((observable, before, now) -> show(now.settings()));
        show(draft.reading().get().settings());
    }

    void themeChanged(boolean nowDark) {
        dark = nowDark;
        show(draft.reading().get().settings());
    }

    /** While something in the form is wrong the chips stay as they were: nothing jumps while a number is typed. */
    private void show(Optional<RunSettings> settings) {
        settings.ifPresent(s -> {
            List<Double> widths = s.model().widths();
            getChildren().clear();
            for (Width width : WidthList.of(widths)) {
                getChildren().add(chip(width, widths));
            }
            USUAL.stream()
                    .filter(usual -> !widths.contains(usual))
                    .forEach(usual -> getChildren().add(offer(usual, widths)));
        });
    }

    private Button chip(Width width, List<Double> widths) {
        Circle dot = new Circle(5);
        dot.setStyle("-fx-fill: " + WidthPalette.css(width.index(), dark));
        Button chip = new Button(width.toString(), dot);
        chip.getStyleClass().add("chip");
        boolean needed = width.multiplier() == 1;
        chip.setTooltip(new Tooltip(needed ? "The whole network; always trained" : "Take this width away"));
        if (!needed) {
            chip.setOnAction(event -> {
                List<Double> rest = new ArrayList<>(widths);
                rest.remove(width.multiplier());
                write(rest);
            });
        }
        return chip;
    }

    private Button offer(double usual, List<Double> widths) {
        Button offer = new Button(new Width(usual, 0).toString(), Icons.NEW.node());
        offer.setContentDisplay(ContentDisplay.LEFT);
        offer.getStyleClass().addAll("chip", "chip-offer");
        offer.setTooltip(new Tooltip("Train this width too"));
        offer.setOnAction(event -> {
            List<Double> more = new ArrayList<>(widths);
            more.add(usual);
            more.sort(null);
            write(more);
        });
        return offer;
    }

    private void write(List<Double> widths) {
        draft.text(PATH).set(widths.stream().map(w -> Width.label(w)).collect(Collectors.joining(", ")));
    }
}
