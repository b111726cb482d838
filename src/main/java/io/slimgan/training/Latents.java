package io.slimgan.training;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;

/** Where a step's latents and the classes of its fakes come from. */
interface Latents {

    /** For the fakes of a width in the discriminators' update {@code update} of a step. */
    LatentBatch discriminator(long step, int update, Width width, int count);

    /** For the adversarial loss of a width. */
    LatentBatch generator(long step, Width width, int count);

    /** For the distillation, one draw for all widths. */
    LatentBatch distillation(long step, int count);

    /** Drawn by key, so that a step's latents do not depend on what was drawn before. */
    static Latents keyed(long seed, int latentSize, int classes) {
        return new Latents() {
            @Override
            public LatentBatch discriminator(long step, int update, Width width, int count) {
                return draw(
                        count, Purpose.DISCRIMINATOR_LATENT, Purpose.DISCRIMINATOR_LABEL, step, update, width.index());
            }

            @Override
            public LatentBatch generator(long step, Width width, int count) {
                return draw(count, Purpose.GENERATOR_LATENT, Purpose.GENERATOR_LABEL, step, width.index());
            }

            @Override
            public LatentBatch distillation(long step, int count) {
                return draw(count, Purpose.DISTILLATION_LATENT, Purpose.DISTILLATION_LABEL, step);
            }

            private LatentBatch draw(int count, Purpose latent, Purpose label, long... keys) {
                return new LatentBatch(
                        KeyedRandom.normal(count * latentSize, seed, latent, keys),
                        classes == 0 ? new int[0] : KeyedRandom.uniform(count, classes, seed, label, keys));
            }
        };
    }
}
