package io.slimgan.ui.consistency;

import io.slimgan.base.UserError;
import io.slimgan.report.GridRecipe;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.CountSpinner;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how large an exported grid shall be, and says which weights it will be drawn from. */
final class ExportForm extends VBox {

    private static final int USUAL = 4;
    private static final int MOST = 16;

    private final Label size = new Label();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    private final CountSpinner scale;
    private final int imageSize;
    private final List<Double> widths;
    private final List<Long> seeds;

    /** @param weights a sentence on where the images come from */
    ExportForm(int imageSize, List<Double> widths, List<Long> seeds, String weights) {
        super(10);
        this.imageSize = imageSize;
        this.widths = widths;
        this.seeds = seeds;
        scale = new CountSpinner(
                "export-scale", "How many pixels wide each pixel becomes, 1 to 16", 1, MOST, USUAL, now -> measure());
        Label label = new Label("Scale");
        label.setLabelFor(scale);
        HBox line = new HBox(10, label, scale, size);
        line.setAlignment(Pos.CENTER_LEFT);
        size.setId("export-size");
        getChildren()
                .addAll(
                        line,
                        text(weights),
                        text(
                                "The picture carries its recipe (run, step, widths, seeds), from which the same file can be"
                                        + " made again, bit for bit. Its checkpoint is kept for as long as the run."));
        measure();
    }

    private static Label text(String words) {
        Label text = new Label(words);
        text.setWrapText(true);
        text.setPrefWidth(440);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("text-muted");
        return text;
    }

    private void measure() {
        try {
            GridRecipe trial = GridRecipe.of("", 0, widths, seeds, scale(), "", imageSize, "");
            size.setText(widths.size() + " × " + seeds.size() + " images, " + Formats.count(trial.pictureWidth())
                    + " × " + Formats.count(trial.pictureHeight()) + " pixels");
            valid.set(true);
        } catch (UserError tooLarge) {
            size.setText("More than 50 megapixels: choose a smaller scale.");
            valid.set(false);
        }
    }

    int scale() {
        return scale.getValue();
    }

    /** Whether a picture of this size can be written. */
    ReadOnlyBooleanProperty valid() {
        return valid.getReadOnlyProperty();
    }
}
