package io.slimgan.config;

/**
 * One setting that differs.
 *
 * @param path the setting, such as {@code training.steps}
 * @param from the old value as a file writes it
 * @param to the new value
 * @param allowedOnResume whether a run may go on with the new value
 */
public record Change(String path, String from, String to, boolean allowedOnResume) {

    /** The change in a line: {@code training.steps: 1000 -> 2000}. */
    public String line() {
        return path + ": " + from + " -> " + to;
    }
}
