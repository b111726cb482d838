package io.slimgan.ui.explore;

import io.slimgan.base.Width;
import io.slimgan.session.ModelCosts;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.Millis;
import io.slimgan.ui.image.WidthColors;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the width that is seen costs, and how fast it was drawn. */
final class FactStrip extends HBox {

    private final Label width = value("fact-width");
    private final Label parameters = value("fact-parameters");
    private final Label parametersShare = note();
    private final Label macs = value("fact-macs");
    private final Label macsShare = note();
    private final Label time = value("fact-time");
    private final Label step = value("fact-step");
    private final Label stepNote = note();
    private final Label latency = value("fact-latency");

    FactStrip() {
        super(12);
        setAlignment(Pos.TOP_LEFT);
        getChildren()
                .addAll(
                        tile("Width", width, note(), "Share of each layer's channels that is used"),
                        tile("Parameters", parameters, parametersShare, "Parameters that are active at this width"),
                        tile("MACs per image", macs, macsShare, "Multiply-accumulates to draw one image"),
                        tile("Time per image", time, note(), "Measured on the preview thread, for all images at once"),
                        tile("Step", step, stepNote, "Generator updates behind the weights that drew these images"),
                        tile("Answer", latency, note(), "From asking for the images to their being here"));
    }

    private static VBox tile(String caption, Label value, Label note, String explanation) {
        Label name = new Label(caption);
        name.getStyleClass().add("muted-small");
        VBox tile = new VBox(1, name, value, note);
        tile.setMinWidth(96);
        tile.setPrefWidth(150);
        HBox.setHgrow(tile, Priority.ALWAYS);
        Tooltip.install(tile, new Tooltip(explanation));
        return tile;
    }

    private static Label value(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("fact");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label note() {
        Label label = new Label();
        label.getStyleClass().add("muted-small");
        return label;
    }

    /** Shows the facts of what was drawn last. */
    void show(PreviewAnswer.Images drawn, double latencyMillis, Optional<ModelCosts> costs, boolean dark) {
        PreviewAnswer.Row row = drawn.rows().get(0);
        Width at = row.width();
        width.setText(at.toString());
        width.setStyle(WidthColors.bold(at, dark, 18));
        time.setText(Millis.text(row.millisPerImage()));
        step.setText(Formats.count(drawn.step()));
        stepNote.setText(drawn.request().source().isNewest() ? "newest weights" : "checkpoint");
        latency.setText(Millis.text(latencyMillis));
        Optional<ModelCosts.WidthCosts> own = costs.flatMap(all -> find(all, at));
        parameters.setText(own.map(c -> Formats.compact(c.parameters())).orElse("–"));
        macs.setText(own.map(c -> Formats.compact(c.macs())).orElse("–"));
        Optional<ModelCosts.WidthCosts> full =
                costs.map(all -> all.widths().get(all.widths().size() - 1));
        parametersShare.setText(
                share(own.map(ModelCosts.WidthCosts::parameters), full.map(ModelCosts.WidthCosts::parameters)));
        macsShare.setText(share(own.map(ModelCosts.WidthCosts::macs), full.map(ModelCosts.WidthCosts::macs)));
    }

    private static Optional<ModelCosts.WidthCosts> find(ModelCosts costs, Width width) {
        return costs.widths().stream().filter(one -> one.width().equals(width)).findFirst();
    }

    private static String share(Optional<Long> part, Optional<Long> whole) {
        return part.isPresent() && whole.isPresent() && whole.get() > 0
                ? String.format(Locale.ROOT, "%.1f %% of the widest", 100.0 * part.get() / whole.get())
                : "";
    }
}
