package io.slimgan.ui.runs;

import atlantafx.base.theme.Styles;
import io.slimgan.base.UserError;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The runs of the workspace: their state and key settings, and what can be done to them. Reads the folders anew every two
 * seconds while it is seen, in the background, because any process may change them.
 */
public final class RunsPane implements FeaturePane {

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Handler handler;
    private final EngineRoom room;
    private final Dialogs dialogs;
    private final FilePicker files;
    private final Executor background;
    private final Latest reading = new Latest();
    private final RunTable table;
    private final UndoBar undo = new UndoBar();
    private final QueuePanel queue;
    private final Label place = new Label();
    private final Label looked = new Label();
    private final StackPane middle = new StackPane();
    private final BorderPane root = new BorderPane();
    private final Node firstRun;
    private long nextNanos = System.nanoTime();

    /** What the shell does for the list. */
    public interface Handler extends QueueHandler {

        /** Takes another folder from now on. */
        void chooseWorkspace(Path folder);

        /** Shows the form for a new run. */
        void newRun();

        /** Shows a run and trains it on. */
        void resume(Path folder);

        /** A run lies elsewhere from now on; nowhere if it was deleted. */
        void moved(Path from, Optional<Path> to);
    }

    /** {@code background} runs what reads folders. */
    public RunsPane(Handler handler, EngineRoom room, Dialogs dialogs, FilePicker files, Executor background) {
        this.handler = handler;
        this.room = room;
        this.dialogs = dialogs;
        this.files = files;
        this.background = background;
        table = new RunTable(row -> handler.open(row.folder()));
        table.setContextMenu(contextMenu());
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                withSelected(this::delete);
            }
        });
        firstRun = firstRun();
        root.setId("runs-pane");
        root.getStyleClass().add("runs-pane");
        root.getStylesheets().add(Theme.sheetBeside(RunsPane.class, "runs.css"));
        root.setTop(head());
        queue = new QueuePanel(handler, dialogs, files, background, undo, this::refresh);
        VBox.setVgrow(middle, Priority.ALWAYS);
        root.setCenter(new VBox(middle, queue));
        root.setBottom(undo);
        showWorkspace();
    }

    @Override
    public String title() {
        return "Runs";
    }

    @Override
    public Icons icon() {
        return Icons.RUNS;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void open(OpenRun run) {
        table.select(run.folder());
        nextNanos = System.nanoTime();
    }

    @Override
    public void close() {
        nextNanos = System.nanoTime();
    }

    @Override
    public void tick() {
        if (System.nanoTime() - nextNanos >= 0) {
            refresh();
        }
    }

    /** Queues the runs that a list file names; tells what is wrong with it where something is. */
    public void queue(Path list) {
        queue.list(list);
    }

    /** Reads the workspace now. */
    public void refresh() {
        nextNanos = System.nanoTime() + INTERVAL_NANOS;
        Path workspace = handler.workspace();
        reading.await(
                inBackground(() -> Seen.of(workspace, room)),
                this::show,
                thrown -> say(Problem.of("Reading the workspace", thrown)));
    }

    /** What was read of a workspace; a queue that cannot be read hides no run. */
    private record Seen(List<RunRow> runs, QueueView queue, Optional<String> queueProblem) {

        static Seen of(Path workspace, EngineRoom room) {
            List<RunRow> runs = RunRow.list(workspace, room);
            try {
                return new Seen(runs, RunQueue.of(workspace).view(), Optional.empty());
            } catch (UserError e) {
                return new Seen(runs, QueueView.EMPTY, Optional.of(e.sentence()));
            }
        }
    }

    private void show(Seen seen) {
        List<RunRow> rows = seen.runs();
        table.show(rows);
        seen.queueProblem().ifPresentOrElse(queue::say, () -> queue.show(seen.queue(), rows));
        Node now = rows.isEmpty() ? firstRun : table;
        if (!middle.getChildren().equals(List.of(now))) {
            middle.getChildren().setAll(now);
        }
    }

    private void say(Problem problem) {
        Label sentence = new Label(problem.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("field-error");
        middle.getChildren().setAll(sentence);
    }

    private Node head() {
        Label title = new Label("Runs");
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Button choose = new Button("Change…", Icons.FOLDER.node());
        choose.setId("choose-workspace");
        choose.getStyleClass().add(Styles.FLAT);
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setTooltip(new Tooltip("Choose the folder that holds the runs"));
        choose.setOnAction(event -> files.folder("Choose the workspace", Optional.of(handler.workspace()))
                .ifPresent(this::chooseWorkspace));
        place.setId("workspace");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.getStyleClass().add("caption");
        place.setMinWidth(60);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                title,
                gap,
                place,
                choose,
                action("runs-open", "Open", Icons.WATCH, row -> true, row -> handler.open(row.folder())),
                action("runs-resume", "Resume", Icons.START, RunRow::canResume, row -> handler.resume(row.folder())),
                action("runs-folder", "Show folder", Icons.FOLDER, row -> true, row -> files.reveal(row.folder())),
                action("runs-rename", "Rename…", Icons.RENAME, row -> !row.isLive(), this::rename),
                action("runs-delete", "Delete…", Icons.DELETE, row -> !row.isLive(), this::delete));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("page-head");
        return head;
    }

    private Button action(String id, String verb, Icons icon, Predicate<RunRow> sense, Consumer<RunRow> action) {
        Button button = new Button(verb, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(senseless(sense));
        button.setOnAction(event -> withSelected(action));
        return button;
    }

    private ContextMenu contextMenu() {
        return new ContextMenu(
                entry("Open", Icons.WATCH, row -> true, row -> handler.open(row.folder())),
                entry("Resume", Icons.START, RunRow::canResume, row -> handler.resume(row.folder())),
                new SeparatorMenuItem(),
                entry("Show folder", Icons.FOLDER, row -> true, row -> files.reveal(row.folder())),
                entry("Rename…", Icons.RENAME, row -> !row.isLive(), this::rename),
                entry("Delete…", Icons.DELETE, row -> !row.isLive(), this::delete));
    }

    private MenuItem entry(String verb, Icons icon, Predicate<RunRow> sense, Consumer<RunRow> action) {
        MenuItem item = new MenuItem(verb, icon.node());
        item.disableProperty().bind(senseless(sense));
        item.setOnAction(event -> withSelected(action));
        return item;
    }

    private BooleanBinding senseless(Predicate<RunRow> sense) {
        return Bindings.createBooleanBinding(
                () -> table.selected().filter(sense).isEmpty(),
                table.getSelectionModel().selectedItemProperty());
    }

    private void withSelected(Consumer<RunRow> action) {
        table.selected().ifPresent(action);
    }

    private void rename(RunRow row) {
        dialogs.text(
                "Rename the run",
                "New name of “" + row.name() + "”",
                row.name(),
                name -> move(
                        () -> RunMoves.rename(row.folder(), name), to -> handler.moved(row.folder(), Optional.of(to))));
    }

    private void delete(RunRow row) {
        dialogs.confirm(
                "Delete the run",
                "Delete “" + row.name() + "” with its checkpoints and curves? It is put into the workspace's .trash"
                        + " folder and can be brought back.",
                "Delete",
                () -> move(() -> RunMoves.delete(row.folder()), away -> {
                    handler.moved(row.folder(), Optional.empty());
                    undo.offer("“" + row.name() + "” was deleted.", () -> restore(away));
                }));
    }

    private void restore(RunMoves.PutAway away) {
        move(
                () -> {
                    RunMoves.restore(away);
                    return away;
                },
                done -> undo.clear());
    }

    private <T> void move(Supplier<T> work, Consumer<T> onDone) {
        Fx.whenDone(
                inBackground(work),
                done -> {
                    onDone.accept(done);
                    refresh();
                },
                thrown -> dialogs.problem("That did not work", Problem.of("Moving the run", thrown)));
    }

    private void chooseWorkspace(Path folder) {
        handler.chooseWorkspace(folder);
        undo.clear();
        showWorkspace();
        refresh();
    }

    private void showWorkspace() {
        place.setText(handler.workspace().toString());
        looked.setText(
                "None in " + handler.workspace() + "; train --workspace and gui --workspace name another folder.");
        place.setTooltip(new Tooltip(handler.workspace().toString()));
    }

    private Node firstRun() {
        Label heading = new Label("No runs yet");
        heading.getStyleClass().add("heading");
        Label sentence = new Label("A run trains one slimmable generator: one network that draws at several widths.\n"
                + "The quick preset needs no data and shows shapes within a few minutes.");
        sentence.getStyleClass().add("sentence");
        Button first = new Button("Start the first run", Icons.NEW.node());
        first.setId("first-run");
        first.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        first.setOnAction(event -> handler.newRun());
        looked.setId("looked-in");
        looked.setWrapText(true);
        looked.getStyleClass().add("caption");
        VBox invitation = new VBox(Icons.IMAGES.node(), heading, sentence, first, looked);
        invitation.setId("no-runs");
        invitation.getStyleClass().add("empty-state");
        return invitation;
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, background);
    }
}
