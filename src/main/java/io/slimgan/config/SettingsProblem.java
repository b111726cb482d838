package io.slimgan.config;

/**
 * What is wrong with one setting.
 *
 * @param path the setting, such as {@code training.batch_size}
 * @param message one sentence that names the setting, what is wrong and what is allowed
 */
public record SettingsProblem(String path, String message) {}
