package io.slimgan.config;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One run of the paper's tables: a file in {@code sample-configs/paper} and its twin in {@code sample-configs/cpu}.
 *
 * @param name of the file in {@code paper}, without the ending
 * @param group the cells that belong together, such as "Table 1: SNDCGAN on CIFAR-10"
 * @param row which of them, such as "slimmable"
 * @param about what it is, and what the paper measured: the file's first paragraph
 * @param settings by path, where they differ from the defaults
 * @param notes by path, what stands above a value
 * @param small by path, what is otherwise in the twin
 */
record PaperCell(
        String name,
        String group,
        String row,
        String about,
        Map<String, String> settings,
        Map<String, String> notes,
        Map<String, String> small) {

    /** Where the paper's own file lies. */
    String file() {
        return "paper/" + name + ".yaml";
    }

    /** Where the twin for a CPU lies; its name is another, so that both can be trained into one workspace. */
    String twin() {
        return "cpu/" + name + "-cpu.yaml";
    }

    /** Every setting of the paper's file, in the order of the schema. */
    Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>(SettingsTexts.of(Defaults.settings()));
        all.putAll(settings);
        return all;
    }

    /** Every setting of the twin. */
    Map<String, String> twinValues() {
        Map<String, String> all = values();
        all.putAll(small);
        return all;
    }
}
