package io.slimgan.ui.tradeoff;

import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.FeatureWeights;
import io.slimgan.session.Problem;
import io.slimgan.session.WeightFetch;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.form.PathField;
import io.slimgan.ui.image.Controls;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Where the papers' feature network is: the file that is in use, another of the user's choice, or a download. What was
 * chosen is looked into at once, and remembered for the next start. FX thread.
 */
final class WeightsField extends VBox {

    private final FeatureWeights weights;
    private final Dialogs dialogs;
    private final PathField path;
    private final Button download;
    private final Button cancel;
    private final ProgressBar bar = new ProgressBar();
    private final HBox fetchLine;
    private final Label said = new Label();
    private final Latest looking = new Latest();
    private Optional<WeightFetch> fetching = Optional.empty();

    /** @param onChange called when another file is named */
    WeightsField(FeatureWeights weights, Dialogs dialogs, FilePicker files, Runnable onChange) {
        super(6);
        this.weights = weights;
        this.dialogs = dialogs;
        path = new PathField(
                "measure-weights-file",
                "Inception weights",
                false,
                () -> files.open("Choose the feature network's weights", "All files", "*")
                        .map(this::look),
                () -> {
                    said.setText("");
                    showSaid();
                    onChange.run();
                });
        download = Controls.button(
                Icons.EXPORT, "weights-download", "Download…", "Get the weights from the network", this::ask);
        cancel = Controls.icon(Icons.CLOSE, "weights-cancel", "End the download; what has come is kept", this::cancel);
        bar.setId("weights-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        fetchLine = new HBox(4, bar, cancel);
        fetchLine.setAlignment(Pos.CENTER_LEFT);
        said.setId("weights-said");
        said.getStyleClass().add("field-hint");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(path, download, fetchLine, said);
        show();
    }

    /** Looks up what is remembered, unless something is named already. */
    void find() {
        if (path.path().isPresent()) {
            return;
        }
        Fx.whenDone(
                weights.find(),
                found -> {
                    found.filter(file -> path.path().isEmpty()).ifPresent(path::set);
                    show();
                },
                thrown -> say(Problem.of("Looking for weights", thrown).sentence()));
    }

    /** Looks into a file and remembers it if it holds weights; says so, or what is wrong with it. */
    void use(Path file) {
        path.set(look(file));
    }

    private Path look(Path file) {
        say("Reading " + file.getFileName() + "…");
        looking.await(
                weights.use(file),
                known -> {
                    say("Read and remembered.");
                    show();
                },
                thrown ->
                        say(Problem.of("Reading " + file.getFileName(), thrown).sentence()));
        return file;
    }

    Optional<Path> file() {
        return path.path();
    }

    Optional<String> problem() {
        return path.problem();
    }

    private void ask() {
        dialogs.confirm(
                "Download the weights",
                "Download the weights of the papers' Inception network, about 91 MB, from\n" + weights.origin()
                        + "\nand keep them for the next time?",
                "Download",
                this::begin);
    }

    private void begin() {
        WeightFetch fetch = weights.fetch();
        fetching = Optional.of(fetch);
        say("Connecting…");
        show();
        Fx.whenDone(
                fetch.result(),
                file -> {
                    fetching = Optional.empty();
                    path.set(file);
                    say("Downloaded, checked and remembered.");
                    show();
                },
                thrown -> {
                    fetching = Optional.empty();
                    say(
                            thrown instanceof CancellationException
                                    ? "The download was cancelled; what has come is kept."
                                    : Problem.of("The download", thrown).sentence());
                    show();
                });
    }

    private void cancel() {
        fetching.ifPresent(WeightFetch::cancel);
    }

    /** Draws how far the download is. */
    void tick() {
        fetching.map(WeightFetch::progress).ifPresent(progress -> {
            bar.setProgress(
                    progress.total() > 0
                            ? (double) progress.done() / progress.total()
                            : ProgressBar.INDETERMINATE_PROGRESS);
            say(words(progress));
        });
    }

    private static String words(EvaluationProgress progress) {
        return progress.total() > 0
                ? Formats.bytes(progress.done()) + " of " + Formats.bytes(progress.total())
                : progress.activity() + "…";
    }

    private void say(String words) {
        said.setText(words);
        showSaid();
    }

    private void showSaid() {
        said.setManaged(!said.getText().isEmpty());
        said.setVisible(!said.getText().isEmpty());
    }

    private void show() {
        boolean busy = fetching.isPresent();
        fetchLine.setManaged(busy);
        fetchLine.setVisible(busy);
        boolean offered = !busy && path.problem().isPresent();
        download.setManaged(offered);
        download.setVisible(offered);
        showSaid();
    }
}
