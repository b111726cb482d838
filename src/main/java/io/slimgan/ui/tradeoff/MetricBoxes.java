package io.slimgan.ui.tradeoff;

import io.slimgan.config.Metric;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;

/** The metrics to choose from. FX thread. */
final class MetricBoxes extends GridPane {

    private static final Map<Metric, String> HELP = new EnumMap<>(Map.of(
            Metric.FID, "Fréchet distance of features to those of real images; lower is better",
            Metric.FID_INFINITY, "FID extrapolated to infinitely many images: free of the bias of small numbers",
            Metric.KID, "Kernel distance of features to those of real images, unbiased; lower is better",
            Metric.IS, "Inception score: needs no real images; higher is better",
            Metric.PRECISION, "Share of generated images that look like real ones; higher is better",
            Metric.RECALL, "Share of real images that the generator covers; higher is better",
            Metric.MIC, "Mean consistency between the widths for the same latents; lower is more consistent",
            Metric.VOL, "Variance of the Laplacian: sharpness; right where it equals the real images'"));

    private final Map<Metric, CheckBox> boxes = new EnumMap<>(Metric.class);

    MetricBoxes(Runnable onChange) {
        super(14, 6);
        int at = 0;
        for (Metric metric : Metric.values()) {
            String help = HELP.get(metric);
            if (help == null) {
                continue; // IC of pairs comes with their mean.
            }
            CheckBox box = new CheckBox(metric.label());
            box.setId("metric-" + metric.code());
            box.setTooltip(new Tooltip(help));
            box.setAccessibleHelp(help);
            box.setSelected(metric == Metric.FID || metric == Metric.MIC);
            box.setMinWidth(USE_PREF_SIZE);
            box.selectedProperty().addListener(selected -> onChange.run());
            boxes.put(metric, box);
            add(box, at % 2, at / 2);
            at++;
        }
    }

    /** In the order of the boxes. */
    List<Metric> chosen() {
        return boxes.entrySet().stream()
                .filter(entry ->
                        entry.getValue().isSelected() && !entry.getValue().isDisabled())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether widths can be compared: with one width there is no consistency. */
    void setSeveralWidths(boolean several) {
        CheckBox box = boxes.get(Metric.MIC);
        if (box != null) {
            box.setDisable(!several);
        }
    }
}
