package io.slimgan.ui.form;

import io.slimgan.session.DatasetFetch;
import io.slimgan.session.DatasetOffer;
import io.slimgan.session.DatasetShelf;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * Fetches the dataset that a form names: a button to stand beside the dataset's field, and a line below it that tells how
 * far the download is, ends it, and says what went wrong. The terms of use are shown before anything is fetched. A
 * download goes on while its form is not looked at. FX thread.
 */
public final class DatasetFetching {

    private static final Duration LOOK = Duration.millis(200);

    private final DatasetShelf shelf;
    private final Dialogs dialogs;
    private final Consumer<Fetched> onFetched;
    private final Button button = new Button("Download…", Icons.EXPORT.node());
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel;
    private final HBox progressLine;
    private final Label said = new Label();
    private final VBox line;
    private final Timeline looking = new Timeline(new KeyFrame(LOOK, event -> look()));
    private Optional<DatasetOffer> offer = Optional.empty();
    private Optional<Running> running = Optional.empty();

    /**
     * A set that is complete and checked.
     *
     * @param name of the dataset, as a settings file writes it
     * @param folder to be named as its path
     */
    public record Fetched(String name, Path folder) {}

    private record Running(DatasetOffer offer, DatasetFetch fetch) {}

    /** @param onFetched puts the folder into the form's field */
    public DatasetFetching(DatasetShelf shelf, Dialogs dialogs, Consumer<Fetched> onFetched) {
        this.shelf = shelf;
        this.dialogs = dialogs;
        this.onFetched = onFetched;
        button.setId("dataset-fetch");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> offer.ifPresent(this::ask));
        cancel = Controls.icon(
                Icons.CLOSE, "dataset-fetch-cancel", "End the download; what has come is kept", this::cancel);
        bar.setId("dataset-fetch-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        progressLine = new HBox(4, bar, cancel);
        progressLine.setAlignment(Pos.CENTER_LEFT);
        said.setId("dataset-fetch-said");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        line = new VBox(4, progressLine, said);
        looking.setCycleCount(Animation.INDEFINITE);
        show();
        say("", false);
    }

    /** To stand beside the dataset's field; gone where there is nothing to fetch. */
    public Node button() {
        return button;
    }

    /** To stand below it. */
    public Node line() {
        return line;
    }

    /** The form names this dataset now, as a settings file writes it. */
    public void setDataset(String name) {
        offer = shelf.offers().stream().filter(one -> one.name().equals(name)).findFirst();
        if (running.isEmpty()) {
            say("", false);
        }
        show();
    }

    private void ask(DatasetOffer asked) {
        if (asked.present()) {
            begin(asked);
        } else if (asked.needsLogin()) {
            askByHand(asked);
        } else {
            dialogs.confirm(
                    "Download " + asked.title(),
                    asked.title() + ": " + asked.holds() + ", " + Formats.bytes(asked.bytes()) + ".\n\nTerms of use\n"
                            + asked.terms() + "\n" + asked.page() + "\n\nFrom " + source(asked) + "\ninto "
                            + asked.folder(),
                    "Download",
                    () -> begin(asked));
        }
    }

    private void askByHand(DatasetOffer asked) {
        dialogs.choose(
                "How to get " + asked.title(),
                asked.byHand() + "\n\nTerms of use\n" + asked.terms(),
                List.of(
                        new Dialogs.Choice("Copy page", () -> copy(asked.page().toString())),
                        new Dialogs.Choice(
                                "Copy folder", () -> copy(asked.folder().toString())),
                        new Dialogs.Choice("Check files", () -> begin(asked))));
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    private static String source(DatasetOffer asked) {
        return asked.files().stream()
                .flatMap(file -> file.addresses().stream())
                .map(uri -> String.valueOf(uri.getHost()))
                .distinct()
                .reduce((first, second) -> first + ", else " + second)
                .orElse("");
    }

    private void begin(DatasetOffer asked) {
        DatasetFetch fetch = shelf.fetch(asked, Optional.empty(), Optional.empty());
        running = Optional.of(new Running(asked, fetch));
        say(asked.title() + ": connecting…", false);
        show();
        looking.play();
        Fx.whenDone(fetch.result(), folder -> done(asked, folder), thrown -> failed(asked, thrown));
    }

    private void done(DatasetOffer asked, Path folder) {
        end();
        say(asked.title() + " is complete and checked.", false);
        onFetched.accept(new Fetched(asked.name(), folder));
    }

    private void failed(DatasetOffer asked, Throwable thrown) {
        end();
        if (thrown instanceof CancellationException) {
            say("The download of " + asked.title() + " was cancelled; what has come is kept.", false);
        } else {
            say(Problem.of("The download of " + asked.title(), thrown).sentence(), true);
        }
    }

    private void end() {
        looking.stop();
        running = Optional.empty();
        offer = offer.map(DatasetOffer::name).map(shelf::offer);
        show();
    }

    private void cancel() {
        running.map(Running::fetch).ifPresent(DatasetFetch::cancel);
    }

    private void look() {
        running.ifPresent(now -> {
            EvaluationProgress progress = now.fetch.progress();
            bar.setProgress(
                    progress.total() > 0
                            ? Math.min(1, (double) progress.done() / progress.total())
                            : ProgressBar.INDETERMINATE_PROGRESS);
            say(
                    progress.activity() + ": " + Formats.bytes(progress.done()) + " of "
                            + Formats.bytes(progress.total()),
                    false);
        });
    }

    private void say(String words, boolean wrong) {
        said.setText(words);
        said.getStyleClass().setAll("label", wrong ? "field-error" : "field-hint");
        said.setManaged(!words.isEmpty());
        said.setVisible(!words.isEmpty());
        showLine();
    }

    private void show() {
        boolean busy = running.isPresent();
        progressLine.setManaged(busy);
        progressLine.setVisible(busy);
        button.setManaged(offer.isPresent());
        button.setVisible(offer.isPresent());
        button.setDisable(busy);
        offer.ifPresent(now -> {
            button.setText(now.present() ? "Use fetched" : now.needsLogin() ? "How to get it…" : "Download…");
            button.setTooltip(new Tooltip(
                    now.present()
                            ? "Check what lies in " + now.folder() + " and name it below"
                            : now.title() + ", " + Formats.bytes(now.bytes()) + ": terms of use, then the download"));
        });
        showLine();
    }

    private void showLine() {
        boolean something = progressLine.isManaged() || said.isManaged();
        line.setManaged(something);
        line.setVisible(something);
    }
}
