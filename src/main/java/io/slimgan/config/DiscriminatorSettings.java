package io.slimgan.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How the discriminators of the widths relate (paper, Table 4).
 *
 * @param kind one per width with a shared trunk, one for all, or one slimmable
 * @param sharedLayers how many leading layers are one for all widths (n_share); 0 is independent discriminators
 * @param judgedWidths which widths play the adversarial game
 * @param spectralNorm when the power iteration runs
 */
public record DiscriminatorSettings(
        Kind kind, @Min(0) @Max(9) int sharedLayers, JudgedWidths judgedWidths, SpectralNormPolicy spectralNorm) {

    /** The discriminator kinds of the ablation table. */
    public enum Kind {
        /** One full discriminator per width, the first {@code sharedLayers} layers are one. */
        SHARED,
        /** A single discriminator for all widths. */
        SAME,
        /** A single slimmable discriminator; width w of it judges width w of the generator. */
        SLIMMABLE
    }

    /** Which widths have an adversarial loss. */
    public enum JudgedWidths {
        ALL,
        /** Only the widest; the narrow ones learn by distillation alone. */
        WIDEST
    }

    /** For how long the spectral norm's estimate of sigma stands. */
    public enum SpectralNormPolicy {
        /**
         * For a whole update: the trunk sees one set of weights, so exact savings apply. Before the update as many power
         * iterations run as the authors' order would make during it, so sigma converges as fast.
         */
        PER_STEP,
        /** Once per forward pass, as the authors' code does. */
        PER_FORWARD
    }
}
