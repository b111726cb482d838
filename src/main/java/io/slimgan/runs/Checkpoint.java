package io.slimgan.runs;

import io.slimgan.base.HostTensor;
import java.util.Map;

/**
 * Everything that training needs to go on: with the run's settings and the step, all random streams and the order of the
 * data are known too, since they are keyed.
 *
 * @param step finished generator updates
 * @param generator parameters and normalisation statistics by the reference's names, such as {@code l1.weight}
 * @param discriminator the same of all discriminators, with the spectral norm's vectors
 * @param optimizer Adam's moments and counts
 * @param notes free text by key, kept in {@code state.json}
 */
public record Checkpoint(
        long step,
        Map<String, HostTensor> generator,
        Map<String, HostTensor> discriminator,
        Map<String, HostTensor> optimizer,
        Map<String, String> notes) {

    public Checkpoint {
        if (step < 0) {
            throw new IllegalArgumentException("A checkpoint's step starts at 0, but this one is " + step + ".");
        }
        generator = Map.copyOf(generator);
        discriminator = Map.copyOf(discriminator);
        optimizer = Map.copyOf(optimizer);
        notes = Map.copyOf(notes);
    }
}
