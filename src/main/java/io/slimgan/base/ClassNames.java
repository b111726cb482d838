package io.slimgan.base;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the classes of a run are called. Immutable.
 *
 * @param count how many there are; 0 for a network that knows none
 * @param names one per class; empty where they are not known, and then a class is called by its number
 */
public record ClassNames(int count, List<String> names) {

    /** Of a network that knows no classes. */
    public static final ClassNames NONE = new ClassNames(0, List.of());

    /** Longer lists do not help who reads an error. */
    private static final int LISTED = 20;

    public ClassNames {
        names = List.copyOf(names);
        if (count < 0 || !names.isEmpty() && names.size() != count) {
            throw new IllegalArgumentException(names.size() + " names for " + count + " classes.");
        }
    }

    /** Whether there are no classes. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** Whether the names are known. */
    public boolean areNamed() {
        return !names.isEmpty();
    }

    /** What a class is called, such as "cat", or "class 3" where that is not known. */
    public String name(int label) {
        return label >= 0 && label < names.size() ? names.get(label) : "class " + label;
    }

    /** The choice in words that fit behind other facts, such as "classes by seed" or "class cat"; empty without classes. */
    public String words(ClassChoice choice) {
        if (isEmpty()) {
            return "";
        } else if (choice instanceof ClassChoice.One one) {
            return areNamed() ? "class " + name(one.label()) : name(one.label());
        } else if (choice instanceof ClassChoice.Every every) {
            return every.count() == count
                    ? "all " + count + " classes"
                    : "classes " + name(every.first()) + " to " + name(every.first() + every.count() - 1);
        }
        return choice.equals(ClassChoice.IN_TURN) ? "classes in turn" : "classes by seed";
    }

    /**
     * The class that is meant: by its name in small or large letters, else by its number from 0. Where a name is a number,
     * the name goes before.
     *
     * @param origin where the text stands, such as "--class"
     * @throws UserError if there are no classes, or none that could be meant
     */
    public int find(String text, String origin) {
        String asked = text.strip();
        if (isEmpty()) {
            throw new UserError(origin + " " + asked + ": this run knows no classes, so none can be chosen; leave "
                    + origin + " out.");
        }
        for (int label = 0; label < names.size(); label++) {
            if (names.get(label).equalsIgnoreCase(asked)) {
                return label;
            }
        }
        if (asked.matches("\\d{1,9}") && Integer.parseInt(asked) < count) {
            return Integer.parseInt(asked);
        }
        throw new UserError(origin + " " + asked + ": this run has no such class; " + hint(asked));
    }

    private String hint(String asked) {
        String numbers = "a number from 0 to " + (count - 1);
        if (!areNamed()) {
            return "the names of its classes are not known, so give " + numbers + ".";
        }
        String word = letters(asked);
        Optional<String> near = names.stream()
                .filter(name -> !word.isEmpty() && isNear(word, letters(name)))
                .min(Comparator.comparingInt(name -> EditDistance.between(word, letters(name))));
        return near.map(name -> "did you mean " + name + "?")
                .orElseGet(() -> count <= LISTED
                        ? "allowed are " + String.join(", ", names) + ", or " + numbers + "."
                        : "allowed are its " + count + " names, from " + names.get(0) + " to " + names.get(count - 1)
                                + ", or " + numbers + ".");
    }

    private static boolean isNear(String word, String name) {
        return name.startsWith(word) || EditDistance.between(word, name) <= Math.max(1, name.length() / 3);
    }

    /** The classes whose names, or numbers, hold this text; those that begin with it first. */
    public List<Integer> search(String text) {
        String asked = text.strip().toLowerCase(Locale.ROOT);
        Comparator<Integer> beginning = Comparator.comparing(label -> !starts(label, asked));
        return IntStream.range(0, count)
                .boxed()
                .filter(label -> name(label).toLowerCase(Locale.ROOT).contains(asked) || starts(label, asked))
                .sorted(beginning.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private boolean starts(int label, String asked) {
        return name(label).toLowerCase(Locale.ROOT).startsWith(asked)
                || Integer.toString(label).equals(asked);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
