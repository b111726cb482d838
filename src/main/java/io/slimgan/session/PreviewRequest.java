package io.slimgan.session;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.Width;
import java.util.List;

/**
 * Which images to draw.
 *
 * @param source which weights
 * @param widths the widths, one row each
 * @param latentSeeds one latent per column; a seed always gives the same z ({@code KeyedRandom.Purpose.GRID_LATENT})
 * @param classes of which class each image is, and so how many images a width has
 */
public record PreviewRequest(Source source, List<Width> widths, List<Long> latentSeeds, ClassChoice classes) {

    public PreviewRequest {
        widths = List.copyOf(widths);
        latentSeeds = List.copyOf(latentSeeds);
    }

    /** The images of these latents, each of its seed's own class where the run knows classes. */
    public PreviewRequest(Source source, List<Width> widths, List<Long> latentSeeds) {
        this(source, widths, latentSeeds, ClassChoice.BY_SEED);
    }

    /** How many images each width has. */
    public int imagesPerWidth() {
        return classes.images(latentSeeds.size());
    }

    /** Which weights to draw from: {@link #NEWEST} or the checkpoint of a step. */
    public record Source(long step) {

        /** The model in training, or the newest checkpoint of a run that this process does not train. */
        public static final Source NEWEST = new Source(-1);

        /** The checkpoint of this step. */
        public static Source checkpoint(long step) {
            return new Source(step);
        }

        /** Whether it is whatever is newest when the drawing begins. */
        public boolean isNewest() {
            return step < 0;
        }
    }
}
