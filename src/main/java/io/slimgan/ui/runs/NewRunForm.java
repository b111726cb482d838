package io.slimgan.ui.runs;

import atlantafx.base.theme.Styles;
import io.slimgan.base.UserError;
import io.slimgan.config.Preset;
import io.slimgan.config.Presets;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.form.DatasetFetching;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The form for a new run: a preset to start from, every setting with its range and its error, a look at the images, what
 * the networks cost, and the button that starts it, which says why it cannot while it cannot. FX thread.
 */
public final class NewRunForm extends BorderPane {

    private final Dialogs dialogs;
    private final FilePicker files;
    private final Handler handler;
    private final SettingsDraft draft;
    private final RunNameField name;
    private final DatasetPreview images;
    private final DatasetFetching fetching;
    private final WidthChips chips;
    private final PresetChooser cards;
    private final Button start = new Button("Start training", Icons.START.node());
    private final Label reason = new Label();
    private final QueueAdding queue;
    private boolean starting;

    /** What becomes of the form. */
    public interface Handler {

        /** Starts a run; {@code onFailed} makes the form usable again. */
        void start(String name, RunSettings settings, Runnable onFailed);

        /** Queues a run for each seed, or for the settings' own without any; completes with the runs' names. */
        CompletionStage<List<String>> enqueue(String name, RunSettings settings, List<Long> seeds);

        /** Whether a run is in training in this window. */
        boolean trains();

        /** Leaves the form. */
        void cancel();
    }

    /** {@code workspace} is the folder that the run will lie in, asked anew when the form is shown. */
    public NewRunForm(EngineRoom room, Dialogs dialogs, FilePicker files, Supplier<Path> workspace, Handler handler) {
        this.dialogs = dialogs;
        this.files = files;
        this.handler = handler;
        List<Preset> presets = Presets.first();
        draft = new SettingsDraft(presets.get(0).settings());
        name = new RunNameField(workspace);
        images = new DatasetPreview(room, draft);
        fetching = new DatasetFetching(room.datasets(), dialogs, this::fetched);
        chips = new WidthChips(draft);
        cards = new PresetChooser(presets, this::take);
        queue = new QueueAdding(dialogs, handler);
        setId("new-run-form");
        getStyleClass().add("new-run-form");
        getStylesheets().add(Theme.sheetBeside(NewRunForm.class, "runs.css"));
        setTop(head());
        setCenter(fields());
        setRight(side(new CostsTable(room, draft)));
        draft.reading().addListener((observable, before, now) -> refresh());
        images.problem().addListener((observable, before, now) -> refresh());
        name.problem().addListener((observable, before, now) -> refresh());
        take(presets.get(0));
    }

    /** Looks again which names are free; to be called whenever the form is shown. */
    public void shown() {
        starting = false;
        name.propose(cards.chosen());
        refresh();
    }

    /** Draws the widths' colours for this theme. */
    public void themeChanged(boolean dark) {
        chips.themeChanged(dark);
    }

    /** Fills the form from a settings file; tells what is wrong with it where something is. */
    public void read(Path yaml) {
        try {
            draft.load(SettingsFile.readNetworks(yaml, Map.of()));
            cards.none();
            name.propose(yaml.getFileName().toString().replaceFirst("\\.ya?ml$", ""));
        } catch (UserError e) {
            dialogs.problem("The settings cannot be opened", Problem.of("Opening " + yaml, e));
        }
    }

    private void take(Preset preset) {
        draft.load(preset.settings());
        name.propose(preset.name());
    }

    private Node head() {
        Button back = new Button("Back", Icons.BACK.node());
        back.setId("new-run-back");
        back.getStyleClass().add(Styles.FLAT);
        back.setCancelButton(true);
        back.setOnAction(event -> handler.cancel());
        Label title = new Label("New run");
        title.getStyleClass().add("page-title");
        Button open = new Button("Open settings…", Icons.OPEN.node());
        open.setId("open-settings");
        open.setTooltip(new Tooltip("Fill the form from a YAML file"));
        open.setOnAction(
                event -> files.open("Open settings", "Settings (YAML)", "yaml").ifPresent(this::read));
        Button save = new Button("Save settings…", Icons.SAVE.node());
        save.setId("save-settings");
        save.setTooltip(new Tooltip("Write the form to a YAML file, for the command line or for later"));
        save.setOnAction(event -> draft.reading().get().settings().ifPresent(this::write));
        draft.reading()
                .addListener((o, before, now) -> save.setDisable(now.settings().isEmpty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, back, title, gap, open, save);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("page-head");
        return head;
    }

    private void write(RunSettings settings) {
        files.save("Save settings", name.text() + ".yaml", "Settings (YAML)", "yaml")
                .ifPresent(file -> {
                    try {
                        SettingsFile.write(file, settings);
                    } catch (UserError e) {
                        dialogs.problem("The settings were not saved", Problem.of("Saving " + file, e));
                    }
                });
    }

    private Node fields() {
        VBox sections = new VBox(12, cards);
        sections.getStyleClass().add("form-sections");
        for (FormGroup group : FormGroup.all()) {
            FormSection section = new FormSection(group, draft, files);
            section.row("data.path").ifPresent(row -> section.below(images));
            section.row("data.dataset").ifPresent(this::offerDownload);
            section.row(WidthChips.PATH).ifPresent(row -> row.insert(chips));
            sections.getChildren().add(section);
        }
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        return scroll;
    }

    private void offerDownload(FieldRow row) {
        row.beside(fetching.button());
        row.insert(fetching.line());
        StringProperty dataset = draft.text("data.dataset");
        dataset.addListener((observable, before, now) -> fetching.setDataset(now));
        fetching.setDataset(dataset.get());
    }

    /** Another dataset may have been chosen while this one came. */
    private void fetched(DatasetFetching.Fetched set) {
        if (draft.text("data.dataset").get().equals(set.name())) {
            draft.text("data.path").set(set.folder().toString());
        }
    }

    private Node side(CostsTable costs) {
        start.setId("start-run");
        start.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        start.setMaxWidth(Double.MAX_VALUE);
        start.setOnAction(event -> draft.reading().get().settings().ifPresent(this::start));
        reason.setId("start-reason");
        reason.setWrapText(true);
        reason.getStyleClass().add("field-error");
        reason.setMinHeight(Region.USE_PREF_SIZE);
        Label heading = new Label("What the networks cost");
        heading.getStyleClass().add("side-heading");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        VBox side = new VBox(14, name, heading, costs, gap, reason, start, queue);
        side.getStyleClass().add("form-side");
        return side;
    }

    private void start(RunSettings settings) {
        starting = true;
        refresh();
        handler.start(name.text(), settings, () -> {
            starting = false;
            refresh();
        });
    }

    private void refresh() {
        Optional<String> why = whyNot();
        start.setDisable(starting || why.isPresent());
        start.setText(starting ? "Starting…" : "Start training");
        Optional<String> wrong = wrongSettings();
        queue.offer(name::wish, draft.reading().get().settings().filter(settings -> wrong.isEmpty()));
        reason.setText(why.orElse(""));
        reason.setManaged(why.isPresent());
    }

    private Optional<String> whyNot() {
        return name.problem().get().or(this::wrongSettings);
    }

    private Optional<String> wrongSettings() {
        return draft.reading().get().problems().stream()
                .findFirst()
                .map(SettingsDraft::words)
                .or(() -> images.problem().get());
    }
}
