package io.slimgan.ui.runs;

import io.slimgan.config.Preset;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/** Where a new run starts from: a card for a first run, or one of the many of the paper's tables. FX thread. */
final class PresetChooser extends VBox {

    private final PresetCards cards;
    private final TablePresets tables;

    PresetChooser(List<Preset> first, Consumer<Preset> onChosen) {
        super(12);
        tables = new TablePresets(preset -> {
            unmarkCards();
            onChosen.accept(preset);
        });
        TablePresets others = tables;
        cards = new PresetCards(first, preset -> {
            others.none();
            onChosen.accept(preset);
        });
        getChildren().addAll(cards, tables);
    }

    private void unmarkCards() {
        cards.none();
    }

    /** The name of the chosen preset; the first one's where none is. */
    String chosen() {
        return tables.chosen().orElseGet(cards::chosen);
    }

    /** Marks none: the form came from elsewhere. */
    void none() {
        cards.none();
        tables.none();
    }
}
