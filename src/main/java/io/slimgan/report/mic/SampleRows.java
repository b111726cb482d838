package io.slimgan.report.mic;

import io.slimgan.base.RgbImages;
import java.util.List;

/**
 * A run's sample grid.
 *
 * @param seeds one column each
 * @param classes the class of each column by name; empty for a run without classes
 * @param rows one per width, narrowest first, with one image per seed
 */
public record SampleRows(List<Long> seeds, List<String> classes, List<RgbImages> rows) {

    public SampleRows {
        seeds = List.copyOf(seeds);
        classes = List.copyOf(classes);
        rows = List.copyOf(rows);
        if (!classes.isEmpty() && classes.size() != seeds.size()) {
            throw new IllegalArgumentException(classes.size() + " classes for " + seeds.size() + " seeds.");
        }
        for (RgbImages row : rows) {
            if (row.count() != seeds.size()) {
                throw new IllegalArgumentException(
                        "A row has " + row.count() + " images for " + seeds.size() + " seeds.");
            }
        }
    }

    /** Of a run without classes. */
    public SampleRows(List<Long> seeds, List<RgbImages> rows) {
        this(seeds, List.of(), rows);
    }
}
