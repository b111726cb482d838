package io.slimgan.training.watches;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a watch remembers: a few numbers for each thing it watches. It travels in a checkpoint's notes, so a run that
 * goes on says the same as a straight one. One thread.
 */
final class Ledger {

    private final int columns;
    private final Map<String, double[]> rows = new LinkedHashMap<>();

    /** @param columns numbers for each thing; all NaN at first */
    Ledger(int columns) {
        this.columns = columns;
    }

    /** The numbers of a thing, to be read and written. */
    double[] row(String key) {
        return rows.computeIfAbsent(key, k -> {
            double[] fresh = new double[columns];
            Arrays.fill(fresh, Double.NaN);
            return fresh;
        });
    }

    /** All numbers, by thing. */
    Map<String, double[]> rows() {
        return rows;
    }

    /** Such as {@code 0.25=1.5,NaN,3;0.5=...}. */
    String toNote() {
        return rows.entrySet().stream()
                .map(e -> e.getKey()
                        + "="
                        + Arrays.stream(e.getValue()).mapToObj(Double::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /** Goes on from a note; an unreadable or empty one begins anew. */
    void restore(String note) {
        rows.clear();
        if (note.isEmpty()) {
            return;
        }
        try {
            for (String row : note.split(";")) {
                int at = row.lastIndexOf('=');
                double[] values = Arrays.stream(row.substring(at + 1).split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (values.length != columns) {
                    throw new NumberFormatException("Another version's note.");
                }
                rows.put(row.substring(0, at), values);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
            rows.clear();
        }
    }
}
