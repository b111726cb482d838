package io.slimgan.ui.runs;

import io.slimgan.config.DataSettings;
import io.slimgan.session.DatasetLook;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Latest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * A look at the chosen images: how many there are, what the first ones look like, remarks, or why they cannot be used.
 * Asked for in the background once typing rests; only the newest answer counts.
 */
final class DatasetPreview extends VBox {

    private static final int SAMPLES = 22;
    private static final int SHOWN_SIZE = 64;
    private static final int NOTES = 3;

    private final EngineRoom room;
    private final SettingsDraft draft;
    private final Latest looking = new Latest();
    private final PauseTransition rest = new PauseTransition(Duration.millis(300));
    private final Label summary = new Label();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final FlowPane pictures = new FlowPane(4, 4);
    private final VBox notes = new VBox(2);
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<CompletableFuture<DatasetLook>> running = Optional.empty();
    private Optional<DataSettings> asked = Optional.empty();

    DatasetPreview(EngineRoom room, SettingsDraft draft) {
        this.room = room;
        this.draft = draft;
        getStyleClass().add("dataset-preview");
        summary.setId("dataset-summary");
        summary.setWrapText(true);
        summary.setMinHeight(USE_PREF_SIZE);
        busy.setPrefSize(18, 18);
        HBox head = new HBox(8, busy, summary);
        head.setAlignment(Pos.CENTER_LEFT);
        pictures.setId("dataset-pictures");
        pictures.setMinHeight(SHOWN_SIZE);
        pictures.managedProperty().bind(Bindings.isNotEmpty(pictures.getChildren()));
        notes.setId("dataset-notes");
        getChildren().addAll(head, pictures, notes);
        busy(false);
        rest.setOnFinished(event -> asked.ifPresent(this::look));
        draft.data().addListener((observable, before, now) -> follow(now));
        follow(draft.data().get());
    }

    /** Why the images cannot be used; a run cannot start while there is a reason. */
    ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is wrong in other sections changes nothing about the images. */
    private void follow(Optional<DataSettings> data) {
        if (data.isEmpty()) {
            clear();
        } else if (!data.equals(asked)) {
            asked = data;
            busy(true);
            rest.playFromStart();
        }
    }

    /** The old look would belie the settings. What is wrong is said beside its field, so here is only said what for. */
    private void clear() {
        rest.stop();
        looking.forget();
        running.ifPresent(look -> look.cancel(true));
        asked = Optional.empty();
        pictures.getChildren().clear();
        notes.getChildren().clear();
        busy(false);
        problem.set(Optional.empty());
        summary.getStyleClass().setAll("label", "field-hint");
        summary.setText(
                draft.text("data.path").get().isBlank()
                        ? "The first images are shown here once their folder is chosen."
                        : "The first images are shown here once the settings above are right.");
    }

    private void look(DataSettings data) {
        // What was asked before is not wanted any more, and unpacking an archive takes minutes.
        running.ifPresent(look -> look.cancel(true));
        CompletableFuture<DatasetLook> look = room.lookAt(data, SAMPLES, doing -> Fx.later(() -> tell(data, doing)));
        running = Optional.of(look);
        looking.await(look, this::show, thrown -> fail(thrown));
    }

    private void tell(DataSettings data, String doing) {
        if (busy.isVisible() && asked.equals(Optional.of(data))) {
            summary.setText(doing + "…");
        }
    }

    private void show(DatasetLook look) {
        busy(false);
        problem.set(Optional.empty());
        summary.getStyleClass().setAll("label");
        summary.setText(look.name() + ": " + Formats.count(look.count()) + " images"
                + (look.classNames().isEmpty() ? "" : ", " + look.classNames().size() + " classes"));
        int scale = Math.max(1, SHOWN_SIZE / look.samples().height());
        pictures.getChildren().clear();
        for (int i = 0; i < look.samples().count(); i++) {
            pictures.getChildren().add(Thumbnails.of(look.samples(), i, scale));
        }
        remarks(look.notes());
        draft.foundClasses(look.classNames().size());
    }

    private void remarks(List<String> remarks) {
        notes.getChildren().clear();
        remarks.stream().limit(NOTES).forEach(this::remark);
        if (remarks.size() > NOTES) {
            remark("… and " + (remarks.size() - NOTES) + " more remarks.");
        }
    }

    private void remark(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("field-hint");
        label.setWrapText(true);
        notes.getChildren().add(label);
    }

    private void fail(Throwable thrown) {
        busy(false);
        String sentence = Problem.of("Reading the images", thrown).sentence();
        problem.set(Optional.of(sentence));
        summary.getStyleClass().setAll("label", "field-error");
        summary.setText(sentence);
        pictures.getChildren().clear();
        notes.getChildren().clear();
    }

    private void busy(boolean looks) {
        busy.setVisible(looks);
        busy.setManaged(looks);
        if (looks && pictures.getChildren().isEmpty()) {
            summary.getStyleClass().setAll("label");
            summary.setText("Looking at the images…");
        }
    }
}
