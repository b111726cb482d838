package io.slimgan.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words which values a record component's type and constraints allow, so that no range is written twice. */
final class FieldWords {

    private FieldWords() {}

    static SettingsField.Type typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class || type == long.class) {
            return SettingsField.Type.WHOLE;
        }
        if (type == double.class) {
            return SettingsField.Type.NUMBER;
        }
        if (type == boolean.class) {
            return SettingsField.Type.SWITCH;
        }
        if (type.isEnum()) {
            return SettingsField.Type.CHOICE;
        }
        if (type == List.class) {
            return elementType(component).isEnum() ? SettingsField.Type.CHOICES : SettingsField.Type.NUMBERS;
        }
        if (type == String.class) {
            return component.isAnnotationPresent(FilePath.class) ? SettingsField.Type.FILE : SettingsField.Type.PATH;
        }
        throw new IllegalStateException("A setting cannot be of type " + type + ".");
    }

    /** What a list holds. */
    static Class<?> elementType(RecordComponent component) {
        return (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
    }

    static String allowed(RecordComponent component, SettingsField.Type type, List<String> choices) {
        return switch (type) {
            case WHOLE -> "a whole number " + range(component.getAccessor());
            case NUMBER -> "a number " + range(component.getAccessor());
            case CHOICE, SWITCH -> choices(choices);
            case NUMBERS ->
                "a list of numbers "
                        + range(((AnnotatedParameterizedType) component.getAnnotatedType())
                                .getAnnotatedActualTypeArguments()[0]);
            case CHOICES -> "one or more of " + choices(choices);
            case PATH -> "a folder";
            case FILE -> "a file";
        };
    }

    private static String choices(List<String> choices) {
        if (choices.size() == 1) {
            return "only " + choices.get(0);
        }
        int last = choices.size() - 1;
        return String.join(", ", choices.subList(0, last)) + " or " + choices.get(last);
    }

    private static String range(AnnotatedElement element) {
        String low = "";
        String high = "";
        @Nullable Min min = element.getAnnotation(Min.class);
        @Nullable Max max = element.getAnnotation(Max.class);
        @Nullable DecimalMin above = element.getAnnotation(DecimalMin.class);
        @Nullable DecimalMax below = element.getAnnotation(DecimalMax.class);
        if (min != null) {
            low = "from " + min.value();
        } else if (above != null) {
            low = (above.inclusive() ? "from " : "above ") + plain(above.value());
        }
        if (max != null) {
            high = " to " + max.value();
        } else if (below != null) {
            String to = low.startsWith("above") ? " and up to " : " to ";
            high = (below.inclusive() ? to : " and below ") + plain(below.value());
        }
        if (min != null && max != null && min.value() == max.value()) {
            return "that is " + min.value();
        }
        return low + (high.isEmpty() ? " up" : high);
    }

    private static String plain(String number) {
        return new BigDecimal(number).stripTrailingZeros().toPlainString();
    }
}
