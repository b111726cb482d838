package io.slimgan.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * Every setting with its type, range and words, in the order of a settings file. Types and ranges are read from the
 * records and their constraints, the words from {@code settings.properties}. Immutable, for any thread.
 */
public final class SettingsSchema {

    private static final List<SettingsField> FIELDS = List.copyOf(collect());

    private SettingsSchema() {}

    /** All settings. */
    public static List<SettingsField> fields() {
        return FIELDS;
    }

    /**
     * The setting at a path such as {@code training.batch_size}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static SettingsField field(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("There is no setting " + path + "."));
    }

    /** The setting at a path, if there is one. */
    public static Optional<SettingsField> find(String path) {
        return FIELDS.stream().filter(f -> f.path().equals(path)).findFirst();
    }

    /** Whether this is a group of settings, such as {@code training}. */
    static boolean isSection(String path) {
        return FIELDS.stream().anyMatch(f -> f.path().startsWith(path + "."));
    }

    /** A record component's or enum constant's name as a settings file writes it: {@code batchSize} is {@code batch_size}. */
    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static List<SettingsField> collect() {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SettingsSchema.class.getResourceAsStream("settings.properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<SettingsField> fields = new ArrayList<>();
        collect(RunSettings.class, "", words, SettingsTexts.of(Defaults.settings()), fields);
        return fields;
    }

    private static void collect(
            Class<?> type, String prefix, Properties words, Map<String, String> defaults, List<SettingsField> into) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + snakeCase(component.getName());
            if (component.getType().isRecord()) {
                collect(component.getType(), path + ".", words, defaults, into);
            } else {
                into.add(field(component, path, words, Objects.requireNonNull(defaults.get(path), path)));
            }
        }
    }

    private static SettingsField field(RecordComponent component, String path, Properties words, String defaultText) {
        SettingsField.Type type = FieldWords.typeOf(component);
        List<String> choices = switch (type) {
            case SWITCH -> List.of("true", "false");
            case CHOICE ->
                Arrays.stream(component.getType().getEnumConstants())
                        .map(c -> snakeCase(((Enum<?>) c).name()))
                        .toList();
            case CHOICES ->
                Arrays.stream(FieldWords.elementType(component).getEnumConstants())
                        .map(c -> snakeCase(((Enum<?>) c).name()))
                        .toList();
            default -> List.of();
        };
        String others = words.getProperty(path + ".also", "");
        return new SettingsField(
                path,
                type,
                word(words, path + ".label"),
                words.getProperty(path + ".allowed", FieldWords.allowed(component, type, choices)),
                words.getProperty(path + ".unit", ""),
                word(words, path + ".help"),
                defaultText,
                choices,
                others.isEmpty() ? List.of() : List.of(others.split(" *, *")));
    }

    private static String word(Properties words, String key) {
        return Objects.requireNonNull(words.getProperty(key), "settings.properties lacks " + key);
    }
}
