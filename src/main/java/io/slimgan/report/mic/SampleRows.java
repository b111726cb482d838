package io.slimgan.report.mic;

import io.slimgan.base.RgbImages;
import java.util.List;

/**
 * A run's sample grid.
 *
 * @param seeds one column each
 * @param rows one per width, narrowest first, with one image per seed
 */
public record SampleRows(List<Long> seeds, List<RgbImages> rows) {

    public SampleRows {
        seeds = List.copyOf(seeds);
        rows = List.copyOf(rows);
        for (RgbImages row : rows) {
            if (row.count() != seeds.size()) {
                throw new IllegalArgumentException(
                        "A row has " + row.count() + " images for " + seeds.size() + " seeds.");
            }
        }
    }
}
