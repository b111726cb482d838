package io.slimgan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings as one text per setting, keyed by path: what a form's fields hold, what stands in a file, and what
 * {@code --set} gives. For any thread.
 */
public final class SettingsTexts {

    /** Only maps between records and trees; the texts themselves are read by {@link FieldText}. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(tools.jackson.databind.MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    private SettingsTexts() {}

    /** Every setting's value as a file would write it, in the order of {@link SettingsSchema#fields()}. */
    public static Map<String, String> of(RunSettings settings) {
        Map<String, String> texts = new LinkedHashMap<>();
        flatten(MAPPER.valueToTree(settings), "", texts);
        return texts;
    }

    /**
     * Settings from texts; a setting without a text keeps its default.
     *
     * @param texts keyed by path; every key is a path of {@link SettingsSchema}
     * @return the settings, or all problems: values of the wrong type, out of range, or that do not go together
     */
    public static SettingsReading read(Map<String, String> texts) {
        return read(texts, SettingsCheck::problems);
    }

    /** The images that texts name, whatever the settings of other sections say; empty if one of their own is wrong. */
    public static Optional<DataSettings> readData(Map<String, String> texts) {
        Map<String, String> own = new LinkedHashMap<>(texts);
        own.keySet().removeIf(path -> !path.startsWith("data."));
        return read(own, settings -> {
                    List<SettingsProblem> problems = new ArrayList<>(SettingsCheck.ranges(settings));
                    problems.addAll(DataCheck.problems(settings.data()));
                    return problems;
                })
                .settings()
                .map(RunSettings::data);
    }

    static SettingsReading read(Map<String, String> texts, Checks checks) {
        ObjectNode tree = MAPPER.valueToTree(Defaults.settings());
        List<SettingsProblem> problems = new ArrayList<>();
        texts.forEach((path, text) -> {
            SettingsField field = SettingsSchema.field(path);
            FieldText.read(field, text)
                    .ifPresentOrElse(
                            value -> section(tree, field).set(field.key(), value),
                            () -> problems.add(FieldText.problem(field, text)));
        });
        RunSettings settings;
        try {
            settings = MAPPER.treeToValue(tree, RunSettings.class);
        } catch (JacksonException e) { // an int setting whose number only fits a long
            String path = e.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(java.util.Objects::nonNull)
                    .collect(Collectors.joining("."));
            SettingsField field = SettingsSchema.field(path);
            problems.add(FieldText.problem(field, texts.getOrDefault(path, "")));
            return new SettingsReading(Optional.empty(), problems);
        }
        // A cross-check against a default that stands in for a wrong text would only confuse.
        List<SettingsProblem> found = problems.isEmpty() ? checks.problems(settings) : SettingsCheck.ranges(settings);
        problems.addAll(found);
        return new SettingsReading(problems.isEmpty() ? Optional.of(settings) : Optional.empty(), problems);
    }

    /** Which checks a reading makes. */
    @FunctionalInterface
    interface Checks {
        List<SettingsProblem> problems(RunSettings settings);
    }

    private static ObjectNode section(ObjectNode tree, SettingsField field) {
        ObjectNode node = tree;
        if (!field.section().isEmpty()) {
            for (String part : field.section().split("\\.")) {
                node = (ObjectNode) node.path(part);
            }
        }
        return node;
    }

    private static void flatten(JsonNode node, String path, Map<String, String> into) {
        if (node.isObject()) {
            String prefix = path.isEmpty() ? "" : path + ".";
            node.properties().forEach(e -> flatten(e.getValue(), prefix + e.getKey(), into));
        } else {
            into.put(path, FieldText.write(node));
        }
    }
}
