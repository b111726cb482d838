package io.slimgan.ui.form;

import io.slimgan.config.MeasuringPlan;
import java.util.List;

/** What choices of measuring are called, the same in every form. Pure functions. */
public final class MeasuringWords {

    /** The papers' network's taps to choose from; 0 for the deepest there is. */
    public static final List<Integer> TAPS = List.of(0, 64, 192, 768, 2048);

    /** More images than any disk of features holds. */
    public static final int MOST_SAMPLES = 1_000_000;

    public static final int MOST_SEEDS = 100;

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
        return papers ? "Papers' Inception" : "Built-in (marked *)";
    }

    /** A tap of the papers' network; 0 for the deepest that the file of weights gives. */
    public static String tap(int tap) {
        return tap == 0 ? "Deepest there is" : Integer.toString(tap);
    }
}
