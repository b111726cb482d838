package io.slimgan.training;

/** Lets tests of other rooms meet a divergence, which training itself refuses to produce on order. */
public final class Divergence {

    private Divergence() {}

    /** As if the generator's gradient had become infinite at this step. */
    public static DivergedException at(long step) {
        return new DivergedException(step, "the gradient of the generator");
    }
}
