package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/settings.md to what the program knows; {@code -Ddocs.update=true} writes it anew. */
class SettingsDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "settings.md");

    private static final String HEAD = """
            # Settings

            A settings file is YAML and names only what differs from the defaults below, which are the paper's SNDCGAN for
            32 x 32 images. Keys can be nested (`training:` and below it `batch_size: 32`); on the command line
            `--set training.batch_size=32` replaces what the file says. A relative `data.path` in a file is relative to
            that file, after `--set` to the current folder; a run's `run.yaml` holds it absolute.

            Settings marked with * may change when a run goes on; all others are what the run is.

            | setting | default | allowed | what it does |
            |---|---|---|---|
            """;

    private static String document() {
        StringBuilder text = new StringBuilder(HEAD);
        for (SettingsField field : SettingsSchema.fields()) {
            boolean mayChange = SettingsDiff.mayChange(field.path());
            String shown = field.defaultText().isEmpty() ? "" : "`" + field.defaultText() + "`";
            String allowed = field.allowed() + (field.unit().isEmpty() ? "" : " (" + field.unit() + ")");
            text.append("| `" + field.path() + "`" + (mayChange ? " *" : "") + " | " + shown + " | " + allowed + " | "
                    + field.help() + " |\n");
        }
        return text.toString();
    }

    @Test
    void theDocumentListsEverySettingAsItIs() throws IOException {
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(DOCUMENT, document());
        }
        assertThat(Files.readString(DOCUMENT))
                .as(
                        "docs/settings.md is out of date; mvn test -Dtest=SettingsDocumentTest -Dtest.jvm.memory=-Ddocs.update=true")
                .isEqualTo(document());
    }
}
