package io.slimgan.ui.consistency;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ClassNames;
import io.slimgan.base.LatentKey;
import java.util.ArrayList;
import java.util.List;

/**
 * One column of the sheet: a latent in a class.
 *
 * @param seed decides the latent
 * @param locked whether new seeds spare it
 * @param label the class; {@link LatentKey#NO_CLASS} where the run knows none
 * @param className what it is called; empty where the run knows none
 */
record SheetColumn(long seed, boolean locked, int label, String className) {

    /** What a picture finds its image by. */
    LatentKey key() {
        return new LatentKey(seed, label);
    }

    /** In words, such as "seed 4711, cat". */
    String words() {
        return "seed " + seed + (className.isEmpty() ? "" : ", " + className);
    }

    /** The columns that these latents make in the chosen classes. */
    static List<SheetColumn> of(List<ColumnSeeds.Column> latents, ClassNames classes, ClassChoice choice) {
        List<Long> seeds = latents.stream().map(ColumnSeeds.Column::seed).toList();
        List<LatentKey> keys = choice.keys(classes.count(), seeds);
        List<SheetColumn> columns = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            LatentKey key = keys.get(i);
            boolean locked = latents.get(i % latents.size()).locked();
            columns.add(
                    new SheetColumn(key.seed(), locked, key.label(), key.label() < 0 ? "" : classes.name(key.label())));
        }
        return columns;
    }
}
