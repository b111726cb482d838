package io.slimgan.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds everything that is wrong with settings: each by itself, and those that do not go together. For any thread. */
public final class SettingsCheck {

    // Messages are our own, made of the field's words; this spares the expression language library.
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new NoWords())
            .buildValidatorFactory()
            .getValidator();

    private static final class NoWords implements MessageInterpolator {

        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }

    private SettingsCheck() {}

    /** All problems, in the order of a settings file, one per setting; an empty list for settings that can be trained. */
    public static List<SettingsProblem> problems(RunSettings settings) {
        List<SettingsProblem> problems = withoutData(settings);
        problems.addAll(DataCheck.problems(settings.data()));
        if (problems.stream().noneMatch(problem -> problem.path().equals("model.classes"))) {
            problems.addAll(DataCheck.classes(settings));
        }
        return sorted(problems);
    }

    /** {@link #problems}, and whether the images are on this machine right now: asks the disk for names and sizes. */
    public static List<SettingsProblem> toTrain(RunSettings settings) {
        List<SettingsProblem> problems = problems(settings);
        return problems.isEmpty() ? DataCheck.missing(settings.data()) : problems;
    }

    /** {@link #problems} without asking whether there are images: for whoever only looks at the networks. */
    static List<SettingsProblem> withoutData(RunSettings settings) {
        List<SettingsProblem> problems = new ArrayList<>(ranges(settings));
        if (problems.isEmpty()) {
            problems.addAll(NetworkCheck.problems(settings));
        }
        return problems;
    }

    /** The settings that are out of their own range. */
    static List<SettingsProblem> ranges(RunSettings settings) {
        Map<String, String> texts = SettingsTexts.of(settings);
        Map<String, SettingsProblem> problems = new LinkedHashMap<>();
        Set<ConstraintViolation<RunSettings>> violations = VALIDATOR.validate(settings);
        for (ConstraintViolation<RunSettings> violation : violations) {
            String path = pathOf(violation.getPropertyPath());
            SettingsField field = SettingsSchema.field(path);
            problems.put(path, FieldText.problem(field, texts.getOrDefault(path, "")));
        }
        return sorted(new ArrayList<>(problems.values()));
    }

    private static String pathOf(Path path) {
        return java.util.stream.StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() == jakarta.validation.ElementKind.PROPERTY)
                .map(node -> SettingsSchema.snakeCase(String.valueOf(node.getName())))
                .collect(Collectors.joining("."));
    }

    private static List<SettingsProblem> sorted(List<SettingsProblem> problems) {
        List<String> order =
                SettingsSchema.fields().stream().map(SettingsField::path).toList();
        List<SettingsProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparingInt(p -> order.indexOf(p.path())));
        return sorted;
    }
}
