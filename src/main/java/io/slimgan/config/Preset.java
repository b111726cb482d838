package io.slimgan.config;

/**
 * Settings to start from, one of the files in {@code sample-configs}.
 *
 * @param name the file's name without its ending, such as "quick-cpu"
 * @param description the file's first comment, a sentence or two
 * @param settings what it holds; {@code data.path} is empty, for a preset names no folder of this machine
 */
public record Preset(String name, String description, RunSettings settings) {}
