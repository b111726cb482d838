package io.slimgan.ui.image;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.session.Preview;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses the weights to draw from: the newest or a checkpoint, by list or one by one. The folder is read off the FX
 * thread, from time to time. FX thread.
 */
public final class SourceChooser extends HBox {

    private static final Logger LOG = LoggerFactory.getLogger(SourceChooser.class);
    private static final long REREAD_NANOS = 2_000_000_000L;

    private final ComboBox<Source> list = new ComboBox<>();
    private final Button older = arrow(Icons.PREVIOUS, "older-checkpoint", "Older checkpoint");
    private final Button newer = arrow(Icons.NEXT, "newer-checkpoint", "Newer checkpoint");
    private final ListCell<Source> written = new Written();
    private final Runnable onChosen;
    private boolean filling;
    private boolean reading;
    private long lastRead;
    private int generation;
    private BestCheckpoints best = BestCheckpoints.none();

    /** @param onChosen called when the user chose; not when the list of checkpoints grew */
    public SourceChooser(Runnable onChosen) {
        super(2);
        this.onChosen = onChosen;
        setAlignment(Pos.CENTER_LEFT);
        list.setId("source");
        list.setTooltip(new Tooltip("Which weights draw the images: the newest, or those of a checkpoint"));
        list.setAccessibleText("Weights to draw from");
        list.setPrefWidth(196);
        list.setVisibleRowCount(12);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(Source source) {
                return describe(source);
            }

            @Override
            public Source fromString(String text) {
                throw new UnsupportedOperationException("The list is not typed into.");
            }
        });
        list.setButtonCell(written);
        list.valueProperty().addListener((value, before, now) -> {
            enableArrows();
            if (!filling) {
                onChosen.run();
            }
        });
        older.setOnAction(event -> walk(1));
        newer.setOnAction(event -> walk(-1));
        getChildren().addAll(older, list, newer);
        reset();
    }

    /** The choice as it stands in the closed box; the usual cell stays empty when the list around its item changes. */
    private final class Written extends ListCell<Source> {

        @Override
        protected void updateItem(@Nullable Source item, boolean empty) {
            super.updateItem(item, empty);
            setText(describe(list.getValue()));
        }
    }

    private static Button arrow(Icons icon, String id, String text) {
        Button button = new Button("", icon.node());
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        return button;
    }

    // The converter is also asked about no value at all, before the first is set.
    private String describe(@Nullable Source source) {
        if (source == null || source.isNewest()) {
            return "Newest weights";
        }
        String mark = best.mark(source.step());
        return "Checkpoint " + Formats.count(source.step()) + (mark.isEmpty() ? "" : " · " + mark);
    }

    /** The choice; the newest weights unless the user chose otherwise. */
    public Source chosen() {
        return list.getValue();
    }

    /** Chooses without telling. The checkpoint is listed even if its folder has not been read yet. */
    public void choose(Source source) {
        filling = true;
        if (!list.getItems().contains(source)) {
            list.getItems().add(source);
        }
        list.setValue(source);
        filling = false;
        enableArrows();
    }

    /** Back to the newest weights with no checkpoint known. */
    public void reset() {
        lastRead = 0;
        generation++;
        reading = false;
        best = BestCheckpoints.none();
        fill(List.of(), Source.NEWEST);
    }

    /** Reads the run's checkpoints again if that is some time ago. */
    public void tick(Preview preview) {
        long now = System.nanoTime();
        if (reading || lastRead != 0 && now - lastRead < REREAD_NANOS || list.isShowing()) {
            return;
        }
        reading = true;
        lastRead = now;
        int asked = generation;
        CompletableFuture.supplyAsync(() -> new Found(preview.checkpointSteps(), preview.bestCheckpoints()))
                .whenComplete((found, failure) -> Fx.later(() -> {
                    if (asked != generation) {
                        return;
                    }
                    reading = false;
                    if (found == null) {
                        LOG.warn("The checkpoints could not be listed", failure);
                    } else {
                        take(found);
                    }
                }));
    }

    private record Found(List<Long> steps, BestCheckpoints best) {}

    private void take(Found found) {
        boolean changed = !found.best().equals(best);
        best = found.best();
        if (changed) {
            Source keep = chosen();
            filling = true;
            list.getItems().clear(); // The same checkpoints are called otherwise now.
            list.setValue(keep);
            filling = false;
        }
        fill(found.steps(), chosen());
        written.setText(describe(chosen()));
    }

    private void fill(List<Long> ascending, Source keep) {
        List<Source> items = new ArrayList<>();
        items.add(Source.NEWEST);
        for (int i = ascending.size() - 1; i >= 0; i--) {
            items.add(Source.checkpoint(ascending.get(i)));
        }
        if (!items.contains(keep)) {
            items.add(keep);
        }
        filling = true;
        if (!items.equals(list.getItems())) {
            list.getItems().setAll(items);
        }
        list.setValue(keep);
        filling = false;
        enableArrows();
    }

    private void walk(int by) {
        int to = list.getItems().indexOf(chosen()) + by;
        if (to >= 0 && to < list.getItems().size()) {
            list.setValue(list.getItems().get(to));
        }
    }

    private void enableArrows() {
        int at = list.getItems().indexOf(list.getValue());
        older.setDisable(at >= list.getItems().size() - 1);
        newer.setDisable(at <= 0);
    }
}
