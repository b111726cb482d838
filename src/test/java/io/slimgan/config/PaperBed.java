package io.slimgan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A backbone on a dataset: what all of its cells have in common (method A, B.3).
 *
 * @param key of the files' names, such as "table1-sndcgan-cifar10"
 * @param table such as "Table 1"
 * @param title such as "SNDCGAN on CIFAR-10"
 * @param reference how the paper measured, in words
 * @param widths which are trained
 * @param settings by path, those of a slimmable run
 * @param notes by path
 * @param small by path, what is otherwise on a CPU
 */
record PaperBed(
        String key,
        String table,
        String title,
        String reference,
        List<String> widths,
        Map<String, String> settings,
        Map<String, String> notes,
        Map<String, String> small) {

    static final String NO_DISTILLATION = "one width has no wider one to imitate";

    private static Map<String, String> and(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new LinkedHashMap<>(one);
        all.putAll(other);
        return all;
    }

    private String group() {
        return table.isEmpty() ? title : table + ": " + title;
    }

    private String head(String what) {
        return (table.isEmpty() ? "The paper's class-conditional results" : table + " of the paper") + ": " + title
                + ", " + what + ". ";
    }

    /** A cell of any settings beside those of the bed. */
    PaperCell cell(String suffix, String row, String about, Map<String, String> more, Map<String, String> moreNotes) {
        return new PaperCell(
                key + "-" + suffix, group(), row, about, and(settings, more), and(notes, moreNotes), small);
    }

    /** The cell of one generator for all widths. */
    PaperCell slimmable(String suffix, String row, Scores paper, String more, Map<String, String> settings) {
        String about =
                head(row) + "The paper's FID at widths " + String.join(" / ", widths) + ": " + paper.list(paper.fid())
                        + (paper.scores().isEmpty() ? "" : ", inception score: " + paper.list(paper.scores())) + "; "
                        + reference + "." + (more.isEmpty() ? "" : " " + more);
        return cell(suffix, row, about, settings, Map.of());
    }

    /** The cells of one generator for each width, with an equally narrow discriminator. */
    List<PaperCell> individual(Scores paper) {
        List<PaperCell> cells = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            String width = widths.get(i);
            String about = head("a separate generator of width " + width + ", its discriminator as narrow")
                    + "The paper's FID: "
                    + paper.fid().get(i)
                    + (paper.scores().isEmpty()
                            ? ""
                            : ", inception score: " + paper.scores().get(i))
                    + "; " + reference + ".";
            Map<String, String> alone = alone(width, true);
            if (notes.containsKey("model.conditional_norm")) {
                alone.put("model.conditional_norm", "naive");
            }
            cells.add(cell("individual-" + width, "individual, width " + width, about, alone, aloneNotes(notes)));
        }
        return cells;
    }

    /** What one width alone has otherwise. */
    static Map<String, String> alone(String width, boolean narrow) {
        Map<String, String> alone = new LinkedHashMap<>();
        alone.put("model.widths", "[1]");
        alone.put("model.individual_width", width);
        alone.put("model.individual_narrow_discriminator", Boolean.toString(narrow));
        alone.put("discriminator.shared_layers", "0");
        alone.put("training.distillation_weight", "0");
        return alone;
    }

    /** The notes of what means nothing to one width alone. */
    static Map<String, String> aloneNotes(Map<String, String> notes) {
        Map<String, String> alone = new LinkedHashMap<>();
        alone.put("discriminator.shared_layers", "one width has nobody to share with");
        alone.put("training.distillation_weight", NO_DISTILLATION);
        if (notes.containsKey("model.conditional_norm")) {
            alone.put("model.conditional_norm", "one width has a table of classes of its own");
        }
        return alone;
    }

    /**
     * What the paper reports (method B.4).
     *
     * @param fid by width
     * @param scores the inception scores by width, empty where it has none
     */
    record Scores(List<String> fid, List<String> scores) {

        static Scores fid(String fid) {
            return new Scores(List.of(fid.split("/")), List.of());
        }

        static Scores of(String fid, String scores) {
            return new Scores(List.of(fid.split("/")), List.of(scores.split("/")));
        }

        String list(List<String> values) {
            return String.join(" / ", values);
        }

        /** Such as 29.2 of four values. */
        String average() {
            double sum = fid.stream().mapToDouble(Double::parseDouble).sum();
            return String.format(Locale.ROOT, "%.1f", sum / fid.size());
        }
    }
}
