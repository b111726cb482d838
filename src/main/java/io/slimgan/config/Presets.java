package io.slimgan.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The settings to start from. They are the very files of {@code sample-configs}, which the build puts into the jar, so
 * that what a person reads there and what the window offers cannot differ.
 */
public final class Presets {

    private static final List<String> NAMES = List.of("quick-cpu", "cifar10-sndcgan-cpu", "cifar10-sndcgan-paper");

    private Presets() {}

    /** All presets, the quickest first. Reads them from the jar. */
    public static List<Preset> all() {
        return NAMES.stream().map(Presets::read).toList();
    }

    private static Preset read(String name) {
        String yaml;
        try (InputStream in = Objects.requireNonNull(Presets.class.getResourceAsStream("presets/" + name + ".yaml"))) {
            yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunSettings settings = SettingsReader.read(
                name + ".yaml", Path.of(""), yaml, Map.of("data.path", ""), SettingsCheck::withoutData);
        return new Preset(name, description(yaml), settings);
    }

    private static String description(String yaml) {
        return yaml.lines()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
    }
}
