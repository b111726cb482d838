package io.slimgan.training;

/** A loss or a gradient is not a finite number any more. The weights are finite, but the step is spoiled. */
public final class DivergedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long step;

    /** @param where the network and width, such as "the discriminator loss of width 0.25×" */
    DivergedException(long step, String where) {
        super("Training diverged at step " + step + ": " + where
                + " is not a finite number. The last good checkpoint is kept; go on from it with a lower learning rate"
                + " or lambda.");
        this.step = step;
    }

    /** The step that failed. */
    public long step() {
        return step;
    }

    /** The sentence for the user. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
