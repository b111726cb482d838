package io.slimgan.config;

import io.slimgan.base.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Guesses which setting a wrong name meant. */
final class NearestName {

    private record Guess(String path, double distance) {}

    private NearestName() {}

    /** The path of the setting whose name, or other name, is nearest to this one, unless none is near. */
    static Optional<String> of(String wrong) {
        return SettingsSchema.fields().stream()
                .filter(field -> key(wrong).length() > 1)
                .flatMap(field -> Stream.concat(Stream.of(field.key()), field.otherNames().stream())
                        .map(name -> guess(wrong, field, name)))
                .filter(guess -> guess.distance < Double.POSITIVE_INFINITY)
                .min(Comparator.comparingDouble(Guess::distance))
                .map(Guess::path);
    }

    private static Guess guess(String wrong, SettingsField field, String name) {
        String key = letters(key(wrong));
        String section = wrong.contains(".") ? wrong.substring(0, wrong.lastIndexOf('.')) : "";
        int apart = EditDistance.between(key, letters(name));
        int tolerated = Math.max(1, letters(name).length() / 3);
        // Of two equally near names, the one in the section that was written is meant.
        double elsewhere = 0.5 * Math.min(1, EditDistance.between(letters(section), letters(field.section())) / 10.0);
        return new Guess(field.path(), apart <= tolerated ? apart + elsewhere : Double.POSITIVE_INFINITY);
    }

    /** The sentence that ends an unknown-setting message. */
    static String hint(String wrong) {
        return of(wrong)
                .map(path -> "did you mean " + path + "?")
                .orElseGet(() -> "allowed are " + String.join(", ", siblings(wrong)) + ".");
    }

    private static List<String> siblings(String wrong) {
        String section = wrong.contains(".") ? wrong.substring(0, wrong.lastIndexOf('.')) : "";
        String prefix = SettingsSchema.isSection(section) ? section + "." : "";
        return SettingsSchema.fields().stream()
                .filter(f -> f.path().startsWith(prefix))
                .map(f -> f.path().substring(prefix.length()).split("\\.")[0])
                .distinct()
                .toList();
    }

    private static String key(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
