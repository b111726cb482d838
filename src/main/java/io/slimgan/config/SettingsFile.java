package io.slimgan.config;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings as a YAML file. A file names only what differs from {@link Defaults}; keys are those of
 * {@link SettingsSchema}. A relative path in a file is relative to that file, in an override to the
 * current directory; what is read here always holds an absolute one, so {@code run.yaml} does too. For any thread.
 */
public final class SettingsFile {

    private static final long LARGEST = 1 << 20;

    private SettingsFile() {}

    /**
     * Reads and checks a settings file.
     *
     * @param overrides settings that replace the file's, by path, such as {@code training.batch_size}; from {@code --set}
     * @throws UserError with one line that names file, line and setting, what is wrong, what is allowed and the nearest
     *     right name
     */
    public static RunSettings read(Path yaml, Map<String, String> overrides) {
        return SettingsReader.read(yaml.toString(), folderOf(yaml), text(yaml), overrides, SettingsCheck::problems);
    }

    /** {@link #read}, and the images' folder must be there: for whoever trains with the settings at once. */
    public static RunSettings readToTrain(Path yaml, Map<String, String> overrides) {
        return SettingsReader.read(yaml.toString(), folderOf(yaml), text(yaml), overrides, SettingsCheck::toTrain);
    }

    /** {@link #readToTrain} that tells all problems at once instead of throwing the first. */
    public static CheckedSettings checkToTrain(Path yaml, Map<String, String> overrides) {
        try {
            return SettingsReader.check(yaml.toString(), folderOf(yaml), text(yaml), overrides, SettingsCheck::toTrain);
        } catch (UserError e) {
            return new CheckedSettings(Optional.empty(), List.of(e.sentence()));
        }
    }

    /** {@link #read} without asking whether there are images: for whoever only looks at the networks. */
    public static RunSettings readNetworks(Path yaml, Map<String, String> overrides) {
        return SettingsReader.read(yaml.toString(), folderOf(yaml), text(yaml), overrides, SettingsCheck::withoutData);
    }

    /**
     * Writes every setting, aside first and then moved into place.
     *
     * @throws UserError if the file cannot be written
     */
    public static void write(Path yaml, RunSettings settings) {
        AtomicFiles.write(yaml, toYaml(settings).getBytes(StandardCharsets.UTF_8));
    }

    /** Every setting as YAML, in the schema's order; {@code data.path} is made absolute. */
    public static String toYaml(RunSettings settings) {
        Map<String, String> texts = SettingsTexts.of(settings);
        StringBuilder yaml = new StringBuilder();
        List<String> open = List.of();
        for (SettingsField field : SettingsSchema.fields()) {
            List<String> sections = field.section().isEmpty()
                    ? List.of()
                    : List.of(field.section().split("\\."));
            for (int depth = 0; depth < sections.size(); depth++) {
                if (!sections.subList(0, depth + 1).equals(open.subList(0, Math.min(depth + 1, open.size())))) {
                    yaml.append("  ".repeat(depth)).append(sections.get(depth)).append(":\n");
                }
            }
            open = sections;
            yaml.append("  ".repeat(sections.size())).append(field.key()).append(": ");
            yaml.append(scalar(field, texts.getOrDefault(field.path(), ""))).append('\n');
        }
        return yaml.toString();
    }

    private static String scalar(SettingsField field, String text) {
        if (!field.isPath()) {
            return text;
        }
        String path =
                text.isBlank() ? "" : Path.of(text).toAbsolutePath().normalize().toString();
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : path.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    static Path folderOf(Path yaml) {
        Path parent = yaml.toAbsolutePath().getParent();
        return parent == null ? yaml.toAbsolutePath() : parent;
    }

    static String text(Path yaml) {
        try {
            if (Files.isDirectory(yaml)) {
                throw new UserError(
                        yaml + " is a folder; name a settings file, such as sample-configs/quick-cpu.yaml.");
            }
            if (Files.size(yaml) > LARGEST) {
                throw new UserError(yaml + " is larger than 1 MiB; this is no settings file.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(yaml)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new UserError(
                    yaml + " does not exist; name a settings file, such as sample-configs/quick-cpu.yaml.", e);
        } catch (CharacterCodingException e) {
            throw new UserError(yaml + " is not UTF-8 text; save it as UTF-8.", e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(yaml, e);
        }
    }

    /**
     * A path that a person wrote, made absolute against a folder; {@code ~} is the home folder. A text that is no path is
     * left for the checks to complain about.
     */
    static String absolute(String path, Path folder) {
        if (path.isBlank()) {
            return "";
        }
        try {
            boolean home = path.equals("~") || path.startsWith("~/");
            Path written = home
                    ? Path.of(System.getProperty("user.home"), path.substring(Math.min(2, path.length())))
                    : Path.of(path);
            return folder.resolve(written).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return path;
        }
    }
}
