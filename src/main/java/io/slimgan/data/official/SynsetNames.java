package io.slimgan.data.official;

import io.slimgan.base.FileProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words for ImageNet's synsets: a file with lines such as "n01440764 tench, Tinca tinca" beside the images, if any. */
public final class SynsetNames {

    private static final List<String> FILES = List.of("LOC_synset_mapping.txt", "synset_words.txt", "words.txt");

    private SynsetNames() {}

    /**
     * The classes in words: of a synset's words the first, all of them where another class has the same first one, and
     * its number where no file knows it.
     *
     * @param synsets such as n01440764
     * @param folders where the file may lie
     * @throws io.slimgan.base.UserError if it is there and cannot be read
     */
    public static List<String> of(List<String> synsets, List<Path> folders) {
        Optional<Path> file = folders.stream()
                .flatMap(folder -> FILES.stream().map(folder::resolve))
                .filter(Files::isRegularFile)
                .findFirst();
        if (file.isEmpty()) {
            return synsets;
        }
        Map<String, String> words = read(file.get());
        List<String> all = synsets.stream()
                .map(synset -> words.getOrDefault(synset, synset))
                .toList();
        Map<String, Long> uses = all.stream().collect(Collectors.groupingBy(SynsetNames::first, Collectors.counting()));
        return all.stream()
                .map(name -> uses.getOrDefault(first(name), 0L) > 1 ? name : first(name))
                .toList();
    }

    private static String first(String words) {
        return words.split(",", 2)[0].strip();
    }

    private static Map<String, String> read(Path file) {
        Map<String, String> words = new HashMap<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            lines.map(line -> line.strip().split("\\s+", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> words.put(parts[0], parts[1]));
            return words;
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }
}
