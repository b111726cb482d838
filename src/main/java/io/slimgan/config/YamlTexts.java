package io.slimgan.config;

import io.slimgan.base.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads a YAML text into one text per setting, remembering the line, so that every later complaint can name it. */
final class YamlTexts {

    /**
     * A value and the line (from 1) of its key.
     *
     * @param items the values of a list one by one, each with its own line; empty for a single value
     */
    record Located(String text, int line, List<Located> items) {
        Located(String text, int line) {
            this(text, line, List.of());
        }
    }

    private final String file;
    private final JsonParser parser;
    private final Map<String, Located> texts = new LinkedHashMap<>();
    private final Map<String, Integer> sections = new LinkedHashMap<>();

    private YamlTexts(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The values by path; keys need not be settings.
     *
     * @param file the name for messages
     * @throws UserError if this is no YAML of nested keys with values
     */
    static Map<String, Located> read(String file, String yaml) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
            YamlTexts reading = new YamlTexts(file, parser);
            reading.document();
            return reading.texts;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String place = line > 0 ? file + ":" + line : file;
            throw new UserError(place + ": this is not valid YAML: " + reason(e) + ".", e);
        }
    }

    /** The YAML library tells its problem over several lines with a drawing; the first words say it. */
    private static String reason(JacksonException e) {
        List<String> told = new ArrayList<>();
        for (String line : e.getOriginalMessage().split("\n")) {
            boolean words = !line.startsWith(" ") && !line.isBlank();
            if (words && told.size() < 2) {
                told.add(line.strip());
            }
        }
        return String.join(", ", told).replaceAll("[.:]$", "");
    }

    private void document() {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw new UserError(file + " is empty; name at least one setting, such as \"seed: 1\".");
        }
        if (first != JsonToken.START_OBJECT) {
            throw error(line(), "here should be settings such as \"seed: 1\", one to a line.");
        }
        object("");
        if (parser.nextToken() != null) {
            throw error(line(), "a second document begins here; a settings file holds one.");
        }
    }

    private void object(String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix + parser.currentName();
            int line = line();
            if (texts.containsKey(path) || sections.containsKey(path)) {
                int before = texts.containsKey(path)
                        ? java.util.Objects.requireNonNull(texts.get(path)).line()
                        : java.util.Objects.requireNonNull(sections.get(path));
                throw error(line, path + " is set twice, first in line " + before + "; remove one of the two.");
            }
            JsonToken value = parser.nextToken();
            refuseAlias(path);
            if (value == JsonToken.START_OBJECT) {
                sections.put(path, line);
                object(path + ".");
            } else if (value == JsonToken.START_ARRAY) {
                List<Located> items = list(path);
                texts.put(
                        path,
                        new Located(items.stream().map(Located::text).toList().toString(), line, items));
            } else if (value == JsonToken.VALUE_NULL) {
                texts.put(path, new Located("", line));
            } else {
                texts.put(path, new Located(parser.getString(), line));
            }
        }
    }

    private List<Located> list(String path) {
        List<Located> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            refuseAlias(path);
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                throw error(line(), path + " is a list of lists or groups; no setting is.");
            }
            items.add(new Located(token == JsonToken.VALUE_NULL ? "" : parser.getString(), line()));
        }
        return items;
    }

    private void refuseAlias(String path) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw error(line(), path + " is an alias (*); settings files know none, write the value out.");
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private UserError error(int line, String sentence) {
        return new UserError(file + ":" + line + ": " + sentence);
    }
}
