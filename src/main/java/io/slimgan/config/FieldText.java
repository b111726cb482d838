package io.slimgan.config;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** One setting's value between text and tree. */
final class FieldText {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FieldText() {}

    /** The value, or nothing if the text is not of the setting's type. Ranges are not checked here. */
    static Optional<JsonNode> read(SettingsField field, String text) {
        String trimmed = text.strip();
        try {
            return switch (field.type()) {
                case WHOLE -> Optional.of(NODES.numberNode(number(trimmed).longValueExact()));
                case NUMBER -> Optional.of(NODES.numberNode(number(trimmed).doubleValue()));
                case NUMBERS -> Optional.of(numbers(trimmed));
                case CHOICE -> choice(field, trimmed).map(NODES::stringNode);
                case SWITCH -> choice(field, trimmed).map(v -> NODES.booleanNode(Boolean.parseBoolean(v)));
                case CHOICES -> choices(field, trimmed);
                case PATH, FILE -> Optional.of(NODES.stringNode(text));
            };
        } catch (ArithmeticException | NumberFormatException notSuch) {
            return Optional.empty();
        }
    }

    /** The one form of message for a value that is not allowed by itself. */
    static SettingsProblem problem(SettingsField field, String text) {
        boolean missing = text.isBlank() && !field.isPath();
        String is = missing ? " has no value" : " is " + shown(field, text);
        return new SettingsProblem(field.path(), field.path() + is + "; allowed is " + field.allowed() + ".");
    }

    /** The value as a file writes it; numbers so that reading them gives the same bits. */
    static String write(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(FieldText::write)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value.isFloatingPointNumber() ? plain(value.doubleValue()) : value.asString();
    }

    private static String plain(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean readable = exact.signum() == 0 || (Math.abs(value) >= 1e-5 && Math.abs(value) < 1e9);
        return readable ? exact.toPlainString() : exact.toString().replace('E', 'e');
    }

    private static String shown(SettingsField field, String text) {
        boolean quoted = field.isPath() || !text.strip().matches("[-+.0-9eE\\[\\], ]+");
        String shortened = text.length() > 60 ? text.substring(0, 57) + "..." : text;
        return quoted ? '"' + shortened.replaceAll("\\s+", " ") + '"' : shortened.strip();
    }

    /** Reads 64, 2e-4, 100_000; not NaN, hexadecimal or Java's suffixes. */
    private static BigDecimal number(String text) {
        BigDecimal value = new BigDecimal(text.replaceAll("(?<=[0-9])_(?=[0-9])", ""));
        if (Math.abs((long) value.scale()) > 1000) {
            throw new NumberFormatException("Out of any range");
        }
        return value;
    }

    private static ArrayNode numbers(String text) {
        ArrayNode list = NODES.arrayNode();
        parts(text).forEach(part -> list.add(number(part).doubleValue()));
        return list;
    }

    /** Each once, in the order given: a metric that is named twice is still measured once. */
    private static Optional<JsonNode> choices(SettingsField field, String text) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String part : parts(text)) {
            Optional<String> choice = choice(field, part);
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            chosen.add(choice.get());
        }
        ArrayNode list = NODES.arrayNode();
        chosen.forEach(list::add);
        return Optional.of(list);
    }

    private static List<String> parts(String text) {
        boolean bracketed = text.startsWith("[") && text.endsWith("]") && text.length() > 1;
        String inner = bracketed ? text.substring(1, text.length() - 1).strip() : text;
        return inner.isEmpty()
                ? List.of()
                : Stream.of(inner.split(",", -1)).map(String::strip).toList();
    }

    private static Optional<String> choice(SettingsField field, String text) {
        String written = text.toLowerCase(Locale.ROOT).replace('-', '_');
        return field.choices().contains(written) ? Optional.of(written) : Optional.empty();
    }
}
