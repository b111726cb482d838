package io.slimgan.ui.dataset;

import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.config.Defaults;
import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsSchema;
import io.slimgan.session.DatasetShelf;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.form.ChoiceWords;
import io.slimgan.ui.form.DatasetFetching;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.PathField;
import io.slimgan.ui.image.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which images to look at; says beside each field what is wrong with it. FX thread. */
final class DatasetForm extends VBox {

    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 96, 128);

    private final Choice<Dataset> dataset = choice("data.dataset", Dataset.values(), this::datasetChosen);
    private final PathField path;
    private final Choice<Integer> size =
            new Choice<>("look-size", help("data.image_size"), SIZES, pixels -> pixels + " pixels", this::changed);
    private final Choice<Split> split = choice("data.split", Split.values(), this::changed);
    private final Choice<Labels> labels = choice("data.labels", Labels.values(), this::changed);
    private final Choice<Colour> colour = choice("data.colour", Colour.values(), this::changed);
    private final FormLine pathLine;
    private final FormLine splitLine = line("split", split, "data.split");
    private final FormLine labelsLine = line("labels", labels, "data.labels");
    private final FormLine colourLine = line("colour", colour, "data.colour");
    private final DatasetFetching fetching;
    private boolean filling;

    DatasetForm(DatasetShelf shelf, Dialogs dialogs, FilePicker files) {
        super(8);
        path = new PathField(
                "look-path",
                "Folder or archive",
                true,
                () -> files.folder("Choose the folder with the images", Optional.empty()),
                this::changed);
        fetching = new DatasetFetching(shelf, dialogs, this::fetched);
        HBox.setHgrow(dataset, Priority.ALWAYS);
        dataset.setMaxWidth(Double.MAX_VALUE);
        pathLine = line("path", path, "data.path");
        FormLine button = new FormLine("look-fetch", "", new HBox(fetching.button()), "");
        button.managedProperty().bind(fetching.button().managedProperty());
        getChildren()
                .addAll(
                        line("dataset", dataset, "data.dataset"),
                        button,
                        fetching.line(),
                        pathLine,
                        line("size", size, "data.image_size"),
                        splitLine,
                        labelsLine,
                        colourLine);
        fill(Defaults.settings().data());
    }

    private static <E extends Enum<E>> Choice<E> choice(String setting, E[] values, Runnable onChosen) {
        String id = "look-" + setting.substring(setting.indexOf('.') + 1);
        SettingsField field = SettingsSchema.field(setting);
        return new Choice<>(
                id, field.help(), List.of(values), value -> ChoiceWords.words(field, code(value)), onChosen);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String help(String setting) {
        return SettingsSchema.field(setting).help();
    }

    private static FormLine line(String id, Node editor, String setting) {
        return new FormLine("look-" + id, SettingsSchema.field(setting).label(), editor, help(setting));
    }

    /** Shows other settings, such as a run's. */
    void fill(DataSettings data) {
        filling = true;
        dataset.setValue(data.dataset());
        if (data.path().isBlank()) {
            path.clear();
        } else {
            path.set(Path.of(data.path()));
        }
        if (!size.getItems().contains(data.imageSize())) {
            size.getItems().add(data.imageSize());
        }
        size.setValue(data.imageSize());
        split.setValue(data.split());
        labels.setValue(data.labels());
        colour.setValue(data.colour());
        filling = false;
        show();
    }

    /** What is chosen; says what is wrong, and is empty, where something is. */
    Optional<DataSettings> settings() {
        Optional<String> problem = problem();
        pathLine.show(problem);
        return problem.isPresent()
                ? Optional.empty()
                : Optional.of(new DataSettings(
                        dataset.getValue(),
                        needsPath() ? path.path().map(Path::toString).orElse("") : "",
                        size.getValue(),
                        split.getValue(),
                        labels.getValue(),
                        colour.getValue()));
    }

    /** Says what is wrong with the files that were named. */
    void refuse(String sentence) {
        pathLine.show(Optional.of(sentence.replace("data.path", "Folder")));
    }

    private Optional<String> problem() {
        if (!needsPath()) {
            return Optional.empty();
        }
        Optional<Path> named = path.path();
        if (named.isEmpty()) {
            return Optional.of("Name or choose the folder or the archive with the images.");
        }
        return named.filter(Files::exists).isPresent()
                ? Optional.empty()
                : Optional.of("There is no such folder or file; choose another.");
    }

    private boolean needsPath() {
        return dataset.getValue().uses("data.path");
    }

    private void fetched(DatasetFetching.Fetched set) {
        if (code(dataset.getValue()).equals(set.name())) {
            path.set(set.folder());
        }
    }

    private void datasetChosen() {
        if (!filling) {
            size.setValue(dataset.getValue().usualSize());
        }
        changed();
    }

    private void changed() {
        if (!filling) {
            show();
        }
    }

    private void show() {
        Dataset chosen = dataset.getValue();
        pathLine.show(Optional.empty());
        pathLine.setShown(needsPath());
        splitLine.setShown(chosen.uses("data.split"));
        labelsLine.setShown(chosen.uses("data.labels"));
        colourLine.setShown(chosen.uses("data.colour"));
        fetching.setDataset(code(chosen));
    }
}
