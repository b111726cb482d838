package io.slimgan.config;

import io.slimgan.config.TablePreset.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings to start from. They are the very files of {@code sample-configs}, which the build puts into the jar, so
 * that what a person reads there and what the window offers cannot differ.
 */
public final class Presets {

    private static final List<String> NAMES = List.of("quick-cpu", "cifar10-sndcgan-cpu", "cifar10-sndcgan-paper");

    private Presets() {}

    /** The presets for a first run, the quickest first. Reads them from the jar. */
    public static List<Preset> first() {
        return NAMES.stream().map(Presets::read).toList();
    }

    /** What there is of the paper's tables, in their order. A jar cannot be searched for files, so a list names them. */
    public static List<TablePreset> tables() {
        return text("tables.txt")
                .lines()
                .map(line -> line.split(" \\| "))
                .map(parts -> new TablePreset(parts[0], parts[1], parts[2]))
                .toList();
    }

    /** Reads one of {@link #tables()} in one of its sizes; only that one, for there are many. */
    public static Preset read(TablePreset preset, Size size) {
        return read(preset.file(size));
    }

    /** All of them, in each size. */
    public static Stream<Preset> all() {
        return Stream.concat(
                first().stream(),
                tables().stream().flatMap(preset -> Stream.of(Size.values()).map(size -> read(preset, size))));
    }

    private static Preset read(String file) {
        String yaml = text("presets/" + file + ".yaml");
        String name = file.substring(file.lastIndexOf('/') + 1);
        RunSettings settings = SettingsReader.read(
                name + ".yaml", Path.of(""), yaml, Map.of("data.path", ""), SettingsCheck::withoutData);
        return new Preset(name, description(yaml), settings);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Presets.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String description(String yaml) {
        return yaml.lines()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
    }
}
