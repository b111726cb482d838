package io.slimgan.cli;

import io.slimgan.session.DatasetOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Datasets in words for a terminal. */
final class DataWords {

    private static final int LINE = 78;

    private DataWords() {}

    /** {@code 170.1 MB}; decimal, as the authors' pages tell sizes. */
    static String size(long bytes) {
        if (bytes < 1_000_000) {
            return String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f MB", bytes / 1e6)
                : String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
    }

    static String state(DatasetOffer offer) {
        return offer.present() ? "there" : offer.needsLogin() ? "by hand" : "to fetch";
    }

    /** A paragraph broken into lines that fit a terminal. */
    static List<String> paragraph(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > LINE) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
