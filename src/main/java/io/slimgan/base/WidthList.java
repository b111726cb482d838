package io.slimgan.base;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The widths that a run trains, ascending; the last is 1, the whole network. Immutable, for any thread.
 *
 * @param widths at least one width, strictly ascending multipliers, the last of them 1
 */
public record WidthList(List<Width> widths) implements Iterable<Width> {

    public WidthList {
        widths = List.copyOf(widths);
        if (widths.isEmpty()) {
            throw new IllegalArgumentException("A width list holds at least one width.");
        }
        for (int i = 0; i < widths.size(); i++) {
            if (widths.get(i).index() != i) {
                throw new IllegalArgumentException("Width " + widths.get(i) + " does not stand at its own index.");
            }
            if (i > 0 && widths.get(i).multiplier() <= widths.get(i - 1).multiplier()) {
                throw new IllegalArgumentException(
                        "Widths ascend strictly, but " + widths.get(i) + " follows " + widths.get(i - 1) + ".");
            }
        }
        if (widths.get(widths.size() - 1).multiplier() != 1) {
            throw new IllegalArgumentException(
                    "The last width is 1, but here it is " + widths.get(widths.size() - 1) + ".");
        }
    }

    /** The list of these multipliers, in ascending order. */
    public static WidthList of(double... multipliers) {
        List<Width> widths = new ArrayList<>();
        for (double m : multipliers) {
            widths.add(new Width(m, widths.size()));
        }
        return new WidthList(widths);
    }

    /** {@link #of(double...)} for a list, such as a setting's value. */
    public static WidthList of(List<Double> multipliers) {
        return of(multipliers.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The number of widths. */
    public int size() {
        return widths.size();
    }

    /** The width at {@code index}, 0 for the narrowest. */
    public Width get(int index) {
        return widths.get(index);
    }

    /** The whole network's width, multiplier 1. */
    public Width widest() {
        return widths.get(widths.size() - 1);
    }

    @Override
    public Iterator<Width> iterator() {
        return widths.iterator();
    }
}
