package io.slimgan.config;

import io.slimgan.base.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A list file: which configurations are to be trained one after the other, and with which seeds. Its keys are
 * {@code configurations}, {@code seeds}, {@code set} and {@code workspace}; paths are relative to the file.
 *
 * @param file the file itself
 * @param configurations paths and globs as written, in order; at least one
 * @param seeds the text of the seeds, such as {@code 0, 1, 2}, as {@code --seeds} takes it; empty for each
 *     configuration's own
 * @param set what replaces settings of every configuration, by path of {@link SettingsSchema}
 * @param workspace where the runs shall lie, absolute; empty if the file does not say
 */
public record SweepFile(
        Path file, List<Line> configurations, String seeds, Map<String, Line> set, Optional<Path> workspace) {

    private static final String CONFIGURATIONS = "configurations";
    private static final String SEEDS = "seeds";
    private static final String SET = "set";
    private static final String WORKSPACE = "workspace";

    /** Something that was written in the file, and the line (from 1) where. */
    public record Line(String text, int number) {}

    public SweepFile {
        configurations = List.copyOf(configurations);
        set = Map.copyOf(set);
    }

    /** Whether a file is a list rather than settings, told by its keys; what cannot be read at all is none. */
    public static boolean isOne(Path yaml) {
        try {
            return YamlTexts.read(yaml.toString(), SettingsFile.text(yaml)).containsKey(CONFIGURATIONS);
        } catch (UserError e) {
            return false;
        }
    }

    /**
     * Reads a list file; whether the configurations are there is not asked.
     *
     * @throws UserError naming file and line if a key is unknown or a value is none
     */
    public static SweepFile read(Path yaml) {
        Map<String, YamlTexts.Located> texts = YamlTexts.read(yaml.toString(), SettingsFile.text(yaml));
        Map<String, Line> set = new LinkedHashMap<>();
        texts.forEach((path, value) -> {
            if (path.startsWith(SET + ".")) {
                String setting = path.substring(SET.length() + 1);
                set.put(setting, new Line(absolute(setting, value.text(), yaml), value.line()));
            } else if (!List.of(CONFIGURATIONS, SEEDS, SET, WORKSPACE).contains(path)) {
                throw new UserError(yaml + ":" + value.line() + ": a list file has no " + path
                        + "; allowed are configurations, seeds, set and workspace. Settings stand below set.");
            }
        });
        List<Line> configurations = configurations(yaml, texts);
        String seeds = text(texts, SEEDS).replaceAll("^\\[|]$", "");
        String workspace = text(texts, WORKSPACE);
        return new SweepFile(
                yaml,
                configurations,
                seeds,
                set,
                workspace.isBlank()
                        ? Optional.empty()
                        : Optional.of(Path.of(SettingsFile.absolute(workspace, SettingsFile.folderOf(yaml)))));
    }

    private static List<Line> configurations(Path yaml, Map<String, YamlTexts.Located> texts) {
        YamlTexts.Located written = texts.getOrDefault(CONFIGURATIONS, new YamlTexts.Located("", 1));
        List<Line> lines = new ArrayList<>();
        written.items().forEach(item -> lines.add(new Line(item.text(), item.line())));
        if (lines.isEmpty() && !written.text().isBlank() && !"[]".equals(written.text())) {
            lines.add(new Line(written.text(), written.line()));
        }
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.text().isBlank())) {
            throw new UserError(yaml + ":" + written.line() + ": configurations names no file"
                    + (lines.isEmpty() ? "" : " in one of its lines")
                    + "; list settings files, folders or patterns such as paper/*.yaml.");
        }
        return lines;
    }

    private static String text(Map<String, YamlTexts.Located> texts, String key) {
        return texts.getOrDefault(key, new YamlTexts.Located("", 1)).text();
    }

    private static String absolute(String setting, String text, Path yaml) {
        boolean isPath =
                SettingsSchema.find(setting).filter(SettingsField::isPath).isPresent();
        return isPath ? SettingsFile.absolute(text, SettingsFile.folderOf(yaml)) : text;
    }
}
