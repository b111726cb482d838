package io.slimgan.config;

import io.slimgan.config.PaperBed.Scores;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nine rows of Table 4 (method C): SNDCGAN on CIFAR-10. */
final class AblationTable {

    private static final String INFERRED = "not in the paper: that this row starts from row 3, with nothing shared";

    private final PaperBed bed;
    private final List<PaperCell> cells = new ArrayList<>();

    private AblationTable(PaperBed bed) {
        this.bed = bed;
    }

    static List<PaperCell> cells(PaperBed bed) {
        AblationTable table = new AblationTable(bed);
        table.individual();
        table.slimmable();
        return table.cells;
    }

    private void individual() {
        List<String> first = List.of("46.9", "34.6", "30.4", "27.4");
        List<String> second = List.of("45.6", "33.2", "29.4", "27.4");
        for (int i = 0; i < bed.widths().size(); i++) {
            one("row1-individual", "1, individual", i, first.get(i), "its discriminator as narrow", true);
        }
        // At width 1 the discriminator is whole in either row.
        for (int i = 0; i < bed.widths().size() - 1; i++) {
            one(
                    "row2-full-discriminator",
                    "2, individual with a full discriminator",
                    i,
                    second.get(i),
                    "against a discriminator of full width",
                    false);
        }
    }

    private void one(String suffix, String row, int at, String fid, String against, boolean narrow) {
        String width = bed.widths().get(at);
        String also = width.equals("1") ? " Row 2 has the same run at this width." : "";
        String about = "Table 4 of the paper, row " + row + ": SNDCGAN on CIFAR-10, a separate generator of width "
                + width + ", " + against + ". The paper's FID: " + fid + "; " + bed.reference() + "." + also;
        cells.add(bed.cell(
                suffix + "-" + width,
                "row " + row + ", width " + width,
                about,
                PaperBed.alone(width, narrow),
                PaperBed.aloneNotes(bed.notes())));
    }

    private void slimmable() {
        row(
                "row3-slimmable-generator",
                "3, slimmable generator",
                "independent discriminators, no distillation",
                "40.0/35.2/34.4/33.4",
                "264.3",
                settings("shared", "0", "all", "stepwise", "0"),
                "n_share 0: nothing is shared");
        row(
                "row4-shared-discriminator",
                "4, shared discriminator",
                "row 3 with discriminators that share their first layers",
                "40.9/30.2/27.0/25.2",
                "282.7",
                settings("shared", "4", "all", "stepwise", "0"),
                PaperTables.UNSHARED);
        row(
                "row5-slimgan",
                "5, SlimGAN",
                "row 4 with stepwise distillation",
                "37.3/28.5/25.8/25.2",
                "231.3",
                settings("shared", "4", "all", "stepwise", "20"),
                PaperTables.UNSHARED);
        row(
                "row6-same-discriminator",
                "6, same discriminator",
                "row 3 with one and the same discriminator for all widths",
                "180.4/136.9/141.3/158.6",
                "376.8",
                settings("same", "0", "all", "stepwise", "0"),
                INFERRED);
        row(
                "row7-slimmable-discriminator",
                "7, slimmable discriminator",
                "row 3 with one slimmable discriminator, as wide as what it judges",
                "43.6/35.8/31.0/33.0",
                "269.5",
                settings("slimmable", "0", "all", "stepwise", "0"),
                INFERRED);
        row(
                "row8-distillation-only",
                "8, distillation only",
                "only the widest plays the adversarial game, the narrow widths learn by distillation alone",
                "87.9/56.2/37.8/28.9",
                "204.8",
                settings("shared", "0", "widest", "stepwise", "20"),
                INFERRED);
        row(
                "row9-naive-distillation",
                "9, naive distillation",
                "row 5, but every narrow width imitates the widest",
                "36.6/29.8/26.3/25.5",
                "232.5",
                settings("shared", "4", "all", "naive", "20"),
                PaperTables.UNSHARED);
    }

    private void row(
            String suffix,
            String row,
            String what,
            String fid,
            String mic,
            Map<String, String> settings,
            String sharing) {
        Scores scores = Scores.fid(fid);
        String about = "Table 4 of the paper, row " + row + ": SNDCGAN on CIFAR-10, " + what
                + ". The paper's FID at widths " + String.join(" / ", bed.widths()) + ": " + scores.list(scores.fid())
                + " (on average " + scores.average() + "); " + bed.reference() + ". mIC " + mic + ".";
        cells.add(bed.cell(suffix, "row " + row, about, settings, Map.of("discriminator.shared_layers", sharing)));
    }

    private static Map<String, String> settings(
            String kind, String shared, String judged, String distillation, String weight) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("discriminator.kind", kind);
        settings.put("discriminator.shared_layers", shared);
        settings.put("discriminator.judged_widths", judged);
        settings.put("training.distillation", distillation);
        settings.put("training.distillation_weight", weight);
        return settings;
    }
}
