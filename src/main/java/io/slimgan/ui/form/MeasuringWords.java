package io.slimgan.ui.form;

import io.slimgan.config.MeasuringPlan;

/** What choices of measuring are called, the same in every form. Pure functions. */
public final class MeasuringWords {

    private MeasuringWords() {}

    /** How many images a protocol takes. */
    public static String protocol(MeasuringPlan.Protocol protocol) {
        return switch (protocol) {
            case QUICK -> "Quick: 1,000 images";
            case PAPER -> "Paper: 10,000, IS 50,000";
            case PAPER_STL -> "Paper, STL-10: 8,000";
        };
    }

    /** The network whose features are compared: the papers' or the one that comes with the program. */
    public static String network(boolean papers) {
        return papers ? "The papers' Inception" : "Built-in (marked *)";
    }
}
