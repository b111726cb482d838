package io.slimgan.cli;

/** Where a run's losses are shown. */
final class Losses {

    /** The newest losses of one width, by its label. */
    record OfWidth(String width, double discriminator, double generator) {}

    private Losses() {}
}
