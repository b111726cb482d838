package io.slimgan.ui.runs;

import io.slimgan.config.Preset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The presets as cards side by side, each with what it is for; choosing one fills the form. */
final class PresetCards extends HBox {

    private final ToggleGroup group = new ToggleGroup();
    private final String first;

    PresetCards(List<Preset> presets, Consumer<Preset> onChosen) {
        super(12);
        setId("presets");
        first = presets.get(0).name();
        for (Preset preset : presets) {
            ToggleButton card = card(preset);
            card.setOnAction(event -> {
                card.setSelected(true);
                onChosen.accept(preset);
            });
            getChildren().add(card);
        }
        group.getToggles().get(0).setSelected(true);
    }

    /** The name of the chosen preset; the first one's where none is. */
    String chosen() {
        Toggle toggle = group.getSelectedToggle();
        return toggle == null ? first : toggle.getUserData().toString();
    }

    /** Marks none: the form came from elsewhere. */
    void none() {
        group.selectToggle(null);
    }

    private ToggleButton card(Preset preset) {
        Label title = new Label(preset.name());
        title.getStyleClass().add("preset-title");
        Label text = new Label(preset.description());
        text.setWrapText(true);
        text.getStyleClass().add("preset-text");
        ToggleButton card = new ToggleButton();
        Words words = new Words(card, title, text);
        card.setGraphic(words);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setAccessibleText(preset.name() + ": " + preset.description());
        card.setId("preset-" + preset.name());
        card.setUserData(preset.name());
        card.setToggleGroup(group);
        card.getStyleClass().add("preset-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setMaxHeight(Double.MAX_VALUE);
        card.setPrefWidth(200);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    /** A button asks its picture for its height without telling a width, so this one looks at the card's itself. */
    private static final class Words extends VBox {

        private static final double PADDING = 30;

        private final ToggleButton card;

        Words(ToggleButton card, Label... labels) {
            super(4, labels);
            this.card = card;
            setMouseTransparent(true);
            prefWidthProperty().bind(card.widthProperty().subtract(PADDING));
            card.widthProperty().addListener(observable -> requestLayout());
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(Math.max(100, card.getWidth() - PADDING));
        }
    }
}
