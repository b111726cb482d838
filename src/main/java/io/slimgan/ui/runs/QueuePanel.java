package io.slimgan.ui.runs;

import atlantafx.base.theme.Styles;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The workspace's queue below its runs: what trains, what waits and in which order, and what can be done about it. Shows
 * what {@link RunsPane} reads; whoever works the queue off, here or in another process, changes nothing about that. FX
 * thread.
 */
final class QueuePanel extends VBox {

    private static final String EMPTY =
            "Nothing is queued. “Add to queue” in the form for a new run puts runs here, and so"
                    + " does the command slimgan train with several settings files or seeds; they are trained one after the other.";

    private final QueueHandler handler;
    private final Dialogs dialogs;
    private final Executor background;
    private final UndoBar undo;
    private final Runnable refresh;
    private final QueueFilling filling;
    private final QueueTable table;
    private final Label summary = new Label();
    private final Button start = new Button();
    private final Button clear;
    private final Label hint = new Label();
    private final HBox tools;
    private QueueView view = QueueView.EMPTY;

    /** {@code refresh} reads the workspace anew and calls {@link #show}. */
    QueuePanel(
            QueueHandler handler,
            Dialogs dialogs,
            FilePicker files,
            Executor background,
            UndoBar undo,
            Runnable refresh) {
        super(8);
        this.handler = handler;
        this.dialogs = dialogs;
        this.background = background;
        this.undo = undo;
        this.refresh = refresh;
        setId("queue-panel");
        getStyleClass().add("queue-panel");
        table = new QueueTable(row -> handler.open(folder(row)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        clear = plain("queue-clear", "Clear ended", Icons.DONE, "Take out what is complete, skipped or failed");
        clear.setOnAction(event -> change(queue -> {
            queue.clearEnded();
            return Optional.empty();
        }));
        tools = tools();
        hint.setId("queue-empty");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        filling = new QueueFilling(handler::workspace, dialogs, files, background, refresh);
        getChildren().addAll(head(), hint, table);
        show(QueueView.EMPTY, List.of());
    }

    /** Shows how the queue stands. */
    void show(QueueView now, List<RunRow> runs) {
        view = now;
        boolean empty = now.entries().isEmpty();
        boolean waits = now.count(QueueState.WAITING) > 0;
        table.show(QueueRow.of(now, runs));
        for (Node node : List.of(table, tools, summary)) {
            node.setVisible(!empty);
            node.setManaged(!empty);
        }
        hint.setText(EMPTY);
        hint.getStyleClass().setAll("label", "caption");
        hint.setVisible(empty);
        hint.setManaged(empty);
        boolean armed = handler.queueIsArmed();
        summary.setText(QueueWords.of(now, armed));
        boolean goes = !now.paused() && (armed || now.owner().isPresent());
        start.setText(goes ? "Pause queue" : "Start queue");
        start.setGraphic((goes ? Icons.PAUSE : Icons.START).node());
        start.setTooltip(new Tooltip(
                goes
                        ? "Let the run in training end, and begin no further one"
                        : "Train what waits, one after the other"));
        start.setDisable(!waits);
        clear.setDisable(now.entries().stream().noneMatch(entry -> entry.state().hasEnded()));
    }

    /** Queues what a list file names. */
    void list(Path file) {
        filling.list(file);
    }

    /** Says why the queue cannot be shown. */
    void say(String problem) {
        show(QueueView.EMPTY, List.of());
        hint.setText(problem);
        hint.getStyleClass().setAll("label", "field-error");
    }

    private Node head() {
        Label title = new Label("Queue");
        title.getStyleClass().add("queue-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        summary.setId("queue-summary");
        summary.getStyleClass().add("caption");
        summary.setTextOverrun(OverrunStyle.ELLIPSIS);
        summary.setMinWidth(60);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button folder = plain("queue-folder", "Queue a folder…", Icons.FOLDER, "Queue every settings file of a folder");
        folder.setOnAction(event -> filling.ask());
        HBox head = new HBox(8, title, summary, gap, tools, folder);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox tools() {
        start.setId("queue-start");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(event -> startOrPause());
        Button up = picture("queue-up", Icons.UP, "Earlier (Alt+Up)", QueueRow::waits);
        up.setOnAction(event -> move(-1));
        Button down = picture("queue-down", Icons.DOWN, "Later (Alt+Down)", QueueRow::waits);
        down.setOnAction(event -> move(1));
        Button remove = picture("queue-remove", Icons.CLOSE, "Take out of the queue (Delete)", row -> !row.runs());
        remove.setOnAction(event -> remove());
        HBox box = new HBox(8, start, up, down, remove, clear);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private static Button plain(String id, String verb, Icons icon, String words) {
        Button button = new Button(verb, icon.node());
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private Button picture(String id, Icons icon, String words, Predicate<QueueRow> sense) {
        Button button = new Button("", icon.node());
        button.setId(id);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> table.selected().filter(sense).isEmpty(),
                        table.getSelectionModel().selectedItemProperty()));
        return button;
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            move(-1);
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            move(1);
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE) {
            remove();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            table.selected().ifPresent(row -> handler.open(folder(row)));
            event.consume();
        }
    }

    private Path folder(QueueRow row) {
        return handler.workspace().toAbsolutePath().normalize().resolve(row.name());
    }

    private void startOrPause() {
        boolean goes = !view.paused() && (handler.queueIsArmed() || view.owner().isPresent());
        if (goes) {
            handler.pauseQueue();
        } else {
            handler.startQueue();
        }
    }

    private void move(int by) {
        table.selected()
                .filter(QueueRow::waits)
                .ifPresent(row -> change(queue -> {
                    queue.move(row.name(), by);
                    return Optional.empty();
                }));
    }

    private void remove() {
        table.selected().filter(row -> !row.runs()).ifPresent(row -> change(queue -> queue.remove(row.name())));
    }

    /** Changes the queue in the background; what was taken out can be put back. */
    private void change(Function<RunQueue, Optional<RunQueue.Removed>> work) {
        Path workspace = handler.workspace();
        Consumer<Optional<RunQueue.Removed>> done = removed -> {
            removed.ifPresent(this::offerUndo);
            refresh.run();
        };
        Fx.whenDone(
                CompletableFuture.supplyAsync(() -> work.apply(RunQueue.of(workspace)), background),
                done,
                thrown -> dialogs.problem("The queue was not changed", Problem.of("Changing the queue", thrown)));
    }

    private void offerUndo(RunQueue.Removed removed) {
        undo.offer("“" + removed.entry().name() + "” was taken out of the queue.", () -> {
            undo.clear();
            change(queue -> {
                queue.putBack(removed);
                return Optional.empty();
            });
        });
    }
}
