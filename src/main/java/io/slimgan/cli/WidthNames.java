package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.ModelSettings;
import io.slimgan.runs.RunFolder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run's widths are called before people. An individual run's only width is the whole of its network, which its log
 * and its recipes call 1, and goes by the narrow one that it stands for.
 *
 * @param individual that one's label; empty for a run of several widths
 */
record WidthNames(Optional<String> individual) {

    private static final String WHOLE = "1";

    /** The log's own names. */
    static final WidthNames PLAIN = new WidthNames(Optional.empty());

    static WidthNames of(ModelSettings model) {
        return model.widths().size() == 1 ? new WidthNames(Optional.of(Width.label(model.individualWidth()))) : PLAIN;
    }

    /** Of a run that is there; else the log's own names, for a table shall not fail because of them. */
    static WidthNames of(Path runFolder) {
        try {
            return of(RunFolder.open(runFolder).settings().model());
        } catch (UserError unreadable) {
            return PLAIN;
        }
    }

    /** @param label as in the log */
    String of(String label) {
        return label.equals(WHOLE) ? individual.orElse(label) : label;
    }

    String of(double multiplier) {
        return of(Width.label(multiplier));
    }
}
