package io.slimgan.ui.image;

import io.slimgan.base.UserError;
import io.slimgan.report.GridRecipe;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.OpenRun;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how large an exported picture shall be, and says which images it shows. FX thread. */
final class ExportForm extends VBox {

    private static final int USUAL = 4;
    private static final int MOST = 16;

    private final Label size = new Label();
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);
    private final CountSpinner scale;
    private final OpenRun run;
    private final ShownImages shown;

    /** @param origin what is exported and whether it can be made again */
    ExportForm(OpenRun run, ShownImages shown, String origin) {
        super(10);
        this.run = run;
        this.shown = shown;
        scale = new CountSpinner(
                "export-scale", "How many pixels wide each pixel becomes, 1 to 16", 1, MOST, USUAL, now -> measure());
        Label label = new Label("Scale");
        label.setLabelFor(scale);
        HBox line = new HBox(10, label, scale, size);
        line.setAlignment(Pos.CENTER_LEFT);
        size.setId("export-size");
        getChildren().addAll(line, text(origin));
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
            GridRecipe trial = PictureFile.recipe(run, shown, scale(), "");
            int widths = trial.widths().size();
            size.setText((widths > 1 ? widths + " × " : "") + trial.seeds().size() + " images, "
                    + Formats.count(trial.pictureWidth()) + " × " + Formats.count(trial.pictureHeight()) + " pixels");
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
