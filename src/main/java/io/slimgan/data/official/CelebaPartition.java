package io.slimgan.data.official;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** CelebA's official division (method G): of each face whether it is for training, validation or testing. For any thread. */
public final class CelebaPartition {

    /** What the official archive comes with. */
    public static final String FILE = "list_eval_partition.txt";

    /** All faces. */
    public static final int FACES = 202_599;

    private static final int LAST_FOR_TRAINING = 162_770;
    private static final int LAST_FOR_VALIDATION = 182_637;

    /** What a face is for. */
    public enum Part {
        /** 0 in the file. */
        TRAINING,
        /** 1 in the file. */
        VALIDATION,
        /** 2 in the file: the last 19,962 faces. */
        TESTING
    }

    private final Optional<Path> file;
    private final Map<String, Part> parts;

    private CelebaPartition(Optional<Path> file, Map<String, Part> parts) {
        this.file = file;
        this.parts = parts;
    }

    /**
     * Looks for the file beside the faces: in these folders, and in Eval below them, where the publishers have it.
     *
     * @throws UserError if it is there and damaged
     */
    public static CelebaPartition near(List<Path> folders) {
        Optional<Path> found = folders.stream()
                .flatMap(folder -> Stream.of(folder, folder.resolve("Eval")))
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
        return new CelebaPartition(found, found.map(CelebaPartition::read).orElse(Map.of()));
    }

    private static Map<String, Part> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        Map<String, Part> parts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String[] words = lines.get(i).strip().split("\\s+");
            if (words.length == 1 && words[0].isEmpty()) {
                continue;
            }
            if (words.length != 2 || !words[1].matches("[012]")) {
                throw new UserError(file + ":" + (i + 1)
                        + ": here should stand a file's name and 0, 1 or 2, such as 000001.jpg 0; download it again.");
            }
            parts.put(words[0], Part.values()[Integer.parseInt(words[1])]);
        }
        if (parts.isEmpty()) {
            throw new UserError(file + " is empty; download it again, or take it away to divide the faces by number.");
        }
        return parts;
    }

    /** Whether the official file was found; without it the faces are divided by their numbers. */
    public boolean official() {
        return file.isPresent();
    }

    /**
     * What a face is for.
     *
     * @param name such as 000001.jpg
     * @throws UserError if the file does not name it, or without the file its name is no number of a face
     */
    public Part of(String name) {
        if (file.isPresent()) {
            return Objects.requireNonNullElseGet(parts.get(name), () -> {
                throw new UserError(
                        name + " does not stand in " + file.get()
                                + ", so it is not known what it is for; take it out of the folder, or download the list again.");
            });
        }
        int number = number(name);
        if (number < 1 || number > FACES) {
            throw new UserError(name + " has no number of a face (000001 to " + FACES + "), and " + FILE
                    + ", which says what each is for, is not beside the images; put it there. It comes with the"
                    + " official archive.");
        }
        if (number <= LAST_FOR_TRAINING) {
            return Part.TRAINING;
        }
        return number <= LAST_FOR_VALIDATION ? Part.VALIDATION : Part.TESTING;
    }

    private static int number(String name) {
        int dot = name.indexOf('.');
        String digits = dot < 0 ? name : name.substring(0, dot);
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
