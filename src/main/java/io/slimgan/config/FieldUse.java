package io.slimgan.config;

import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.TrainingSettings.Loss;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Which settings mean something beside the others, so that a form offers no others. For any thread. */
public final class FieldUse {

    private FieldUse() {}

    /**
     * Whether a setting changes anything where the others stand as they do.
     *
     * @param path of the setting
     * @param texts the text of each setting by its path, as a file writes it; those of choices are allowed ones
     */
    public static boolean isUsed(String path, UnaryOperator<String> texts) {
        return switch (path) {
            case "model.classes", "model.conditional_norm" -> backbone(texts).conditional();
            case "model.shortcut_after_relu" -> backbone(texts).hasShortcuts();
            case "training.gradient_penalty_weight" ->
                choice(Loss.class, texts.apply("training.loss")) == Loss.WASSERSTEIN;
            default -> choice(Dataset.class, texts.apply("data.dataset")).uses(path);
        };
    }

    /** The choice that a settings file writes so. */
    public static <E extends Enum<E>> E choice(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static Backbone backbone(UnaryOperator<String> texts) {
        return choice(Backbone.class, texts.apply("model.backbone"));
    }
}
