package io.slimgan.models.residual;

/** Gains of Xavier initialisation in residual networks (method A.2). */
public final class BlockGain {

    /** Of the 3 x 3 convolutions inside blocks, which a ReLU precedes. */
    public static final double INSIDE = Math.sqrt(2);

    private BlockGain() {}
}
