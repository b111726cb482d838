package io.slimgan.training;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.Width;

/** Where a step's latents come from. Each method gives {@code count} * latentSize standard normal values, (N, nz). */
interface Latents {

    /** For the fakes of a width in the discriminators' update {@code update} of a step. */
    float[] discriminator(long step, int update, Width width, int count);

    /** For the adversarial loss of a width. */
    float[] generator(long step, Width width, int count);

    /** For the distillation, one draw for all widths. */
    float[] distillation(long step, int count);

    /** Drawn by key, so that a step's latents do not depend on what was drawn before. */
    static Latents keyed(long seed, int latentSize) {
        return new Latents() {
            @Override
            public float[] discriminator(long step, int update, Width width, int count) {
                return KeyedRandom.normal(
                        count * latentSize, seed, Purpose.DISCRIMINATOR_LATENT, step, update, width.index());
            }

            @Override
            public float[] generator(long step, Width width, int count) {
                return KeyedRandom.normal(count * latentSize, seed, Purpose.GENERATOR_LATENT, step, width.index());
            }

            @Override
            public float[] distillation(long step, int count) {
                return KeyedRandom.normal(count * latentSize, seed, Purpose.DISTILLATION_LATENT, step);
            }
        };
    }
}
