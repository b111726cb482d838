package io.slimgan.base;

/**
 * One trained width of a slimmable network: its multiplier and its place in the run's {@link WidthList}.
 *
 * <p>A width is a value that is passed along; there is no current-width switch anywhere. Made by {@link WidthList}.
 *
 * @param multiplier the share of each layer's channels that is used, in (0, 1]
 * @param index the place in the list, 0 for the narrowest
 */
public record Width(double multiplier, int index) {

    public Width {
        if (!(multiplier > 0 && multiplier <= 1)) {
            throw new IllegalArgumentException("A width multiplier lies in (0, 1], but this one is " + multiplier);
        }
        if (index < 0) {
            throw new IllegalArgumentException("A width's index starts at 0, but this one is " + index);
        }
    }

    /** The leading channels of {@code full} that this width uses: floor(full x multiplier), method of the paper's code. */
    public int channels(int full) {
        return (int) (full * multiplier);
    }

    /** The multiplier as it stands in tags and file names: {@code 0.25}, {@code 0.5}, {@code 1}. */
    public String label() {
        return label(multiplier);
    }

    /** The label of a multiplier that stands in no list, such as one that was typed. */
    public static String label(double multiplier) {
        return multiplier == Math.rint(multiplier)
                ? Long.toString(Math.round(multiplier))
                : Double.toString(multiplier);
    }

    @Override
    public String toString() {
        return label() + "×";
    }
}
