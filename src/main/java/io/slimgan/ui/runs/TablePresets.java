package io.slimgan.ui.runs;

import io.slimgan.config.Preset;
import io.slimgan.config.Presets;
import io.slimgan.config.TablePreset;
import io.slimgan.config.TablePreset.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/**
 * The runs of the paper's tables, of which there are too many for cards: a network and dataset, one of its runs, and the
 * size, each chosen from a short list. FX thread.
 */
final class TablePresets extends VBox {

    private final List<TablePreset> presets = Presets.tables();
    private final ComboBox<String> groups = new ComboBox<>();
    private final ComboBox<TablePreset> rows = new ComboBox<>();
    private final ComboBox<Size> sizes = new ComboBox<>();
    private final Label text = new Label();
    private final Consumer<Preset> onChosen;
    private Optional<String> chosen = Optional.empty();
    private boolean filling;

    TablePresets(Consumer<Preset> onChosen) {
        super(6);
        this.onChosen = onChosen;
        setId("table-presets");
        lists();
        Label label = new Label("Or a run of the paper's tables");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(groups);
        label.getStyleClass().add("field-label");
        HBox line = new HBox(10, label, groups, rows, sizes);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(groups, Priority.ALWAYS);
        HBox.setHgrow(rows, Priority.ALWAYS);
        text.setId("table-preset-text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("preset-text");
        getChildren().addAll(line, text);
        none();
    }

    private void lists() {
        groups.setId("table-preset-group");
        groups.setPromptText("Network and dataset");
        groups.getItems()
                .setAll(presets.stream().map(TablePreset::group).distinct().toList());
        groups.setTooltip(new Tooltip("Which table, network and dataset"));
        rows.setId("table-preset-row");
        rows.setPromptText("Run");
        rows.setConverter(Words.of(TablePreset::row));
        rows.setTooltip(new Tooltip("One generator for all widths, or an individual one of one width"));
        sizes.setId("table-preset-size");
        sizes.getItems().setAll(Size.CPU, Size.PAPER);
        sizes.setValue(Size.CPU);
        sizes.setConverter(Words.of(size -> size == Size.CPU ? "Sized for a CPU" : "As large as in the paper"));
        sizes.setTooltip(new Tooltip("The paper's networks take days on a GPU"));
        sizes.setMinWidth(Region.USE_PREF_SIZE);
        for (ComboBox<?> list : List.of(groups, rows)) {
            list.setMaxWidth(Double.MAX_VALUE);
            list.setPrefWidth(260);
            list.setVisibleRowCount(16);
        }
        groups.valueProperty().addListener((o, before, now) -> fillRows());
        rows.valueProperty().addListener((o, before, now) -> choose());
        sizes.valueProperty().addListener((o, before, now) -> choose());
    }

    /** The chosen preset's name; empty where none is. */
    Optional<String> chosen() {
        return chosen;
    }

    /** Marks none: the form came from elsewhere. */
    void none() {
        filling = true;
        groups.setValue(null);
        rows.setValue(null);
        filling = false;
        rows.setDisable(true);
        text.setText("");
        text.setManaged(false);
        chosen = Optional.empty();
    }

    /** The first run of a group is the one that the others are compared with. */
    private void fillRows() {
        if (filling) {
            return;
        }
        String group = groups.getValue();
        filling = true;
        rows.getItems()
                .setAll(presets.stream()
                        .filter(preset -> preset.group().equals(group))
                        .toList());
        rows.getSelectionModel().selectFirst();
        rows.setDisable(false);
        filling = false;
        choose();
    }

    private void choose() {
        TablePreset row = rows.getValue();
        if (filling || row == null) {
            return;
        }
        Preset preset = Presets.read(row, sizes.getValue());
        chosen = Optional.of(preset.name());
        text.setText(preset.description());
        text.setManaged(true);
        onChosen.accept(preset);
    }

    /** Shows values by words that nobody types. */
    private static final class Words<T> extends StringConverter<T> {

        private final Function<T, String> words;

        private Words(Function<T, String> words) {
            this.words = words;
        }

        static <T> Words<T> of(Function<T, String> words) {
            return new Words<>(words);
        }

        @Override
        public String toString(T value) {
            return value == null ? "" : words.apply(value);
        }

        @Override
        public T fromString(String text) {
            throw new UnsupportedOperationException("The list is not typed into.");
        }
    }
}
