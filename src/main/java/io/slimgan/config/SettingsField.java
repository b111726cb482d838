package io.slimgan.config;

import java.util.List;

/**
 * What a person must know to fill in one setting; the same words serve the window's form and the error messages.
 *
 * @param path where it stands in a settings file, such as {@code training.batch_size}
 * @param type what kind of value it takes
 * @param label a short name for a form
 * @param allowed the allowed values in words, such as "a whole number from 2 to 4096"
 * @param unit such as "pixels"; may be empty
 * @param help one or two sentences on what it does
 * @param defaultText the value that stands where a file does not name it, as it would be written in a file
 * @param choices the allowed values of a {@link Type#CHOICE}, {@link Type#CHOICES} or {@link Type#SWITCH}; else empty
 * @param otherNames what else people call it, for suggestions, such as "lambda"
 */
public record SettingsField(
        String path,
        Type type,
        String label,
        String allowed,
        String unit,
        String help,
        String defaultText,
        List<String> choices,
        List<String> otherNames) {

    /** The kinds of value. */
    public enum Type {
        /** A whole number. */
        WHOLE,
        /** A number. */
        NUMBER,
        /** A list of numbers, written {@code [0.25, 1]} in a file and {@code 0.25,1} on the command line. */
        NUMBERS,
        /** One of {@link SettingsField#choices}. */
        CHOICE,
        /** Some of {@link SettingsField#choices}, written as a list. */
        CHOICES,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** A folder. */
        PATH,
        /** A file. */
        FILE
    }

    public SettingsField {
        choices = List.copyOf(choices);
        otherNames = List.copyOf(otherNames);
    }

    /** Whether its value is a place on the disk. */
    public boolean isPath() {
        return type == Type.PATH || type == Type.FILE;
    }

    /** Whether its value is a list. */
    public boolean isList() {
        return type == Type.NUMBERS || type == Type.CHOICES;
    }

    /** The last part of the path: {@code batch_size}. */
    public String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The part of the path before the key: {@code training}; empty at the top. */
    public String section() {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }
}
