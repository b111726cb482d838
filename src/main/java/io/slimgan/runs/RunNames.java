package io.slimgan.runs;

import io.slimgan.base.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of runs: a run's name is its folder's name on every system, so it holds nothing that one of them refuses. */
public final class RunNames {

    private static final int LONGEST = 80;
    private static final String RULE = "Use 1 to " + LONGEST
            + " letters, digits, spaces, dots, underscores or hyphens, beginning with a letter or "
            + "digit and not ending with a dot or space.";
    private static final Set<String> RESERVED = Set.of("con", "prn", "aux", "nul");

    private RunNames() {}

    /** Why a run cannot be called so, with the rule, as one sentence or two; empty if it can. */
    public static Optional<String> problem(String name) {
        if (name.isEmpty()) {
            return Optional.of("A run needs a name. " + RULE);
        }
        if (!fits(name)) {
            return Optional.of("A run cannot be called \"" + name + "\". " + RULE);
        }
        String stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").strip();
        if (RESERVED.contains(stem) || stem.matches("(com|lpt)[0-9]")) {
            return Optional.of("A run cannot be called \"" + name + "\": Windows keeps that name for a device. "
                    + "Choose another one.");
        }
        return Optional.empty();
    }

    /** @throws UserError if a run cannot be called so */
    public static void check(String name) {
        problem(name).ifPresent(sentence -> {
            throw new UserError(sentence);
        });
    }

    /**
     * A name that is free in the workspace: {@code wish} made allowed, and numbered if need be, such as
     * {@code shapes-2}.
     */
    public static String propose(Path workspace, String wish) {
        String allowed = wish.codePoints()
                .map(c -> isAllowed(c) ? c : '-')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceFirst("^[^\\p{L}\\p{Nd}]+", "");
        String stem = endCleanly(allowed, LONGEST - 6);
        if (problem(stem).isPresent()) {
            stem = endCleanly("run-" + stem, LONGEST - 6);
        }
        String name = stem;
        for (int number = 2; Files.exists(workspace.resolve(name)); number++) {
            name = stem + "-" + number;
        }
        return name;
    }

    private static String endCleanly(String name, int longest) {
        int end = name.length() > longest
                ? name.offsetByCodePoints(0, Math.min(longest, codePoints(name)))
                : name.length();
        return name.substring(0, end).replaceFirst("[. -]+$", "");
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean fits(String name) {
        return codePoints(name) <= LONGEST
                && Character.isLetterOrDigit(name.codePointAt(0))
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && name.codePoints().allMatch(RunNames::isAllowed);
    }

    private static boolean isAllowed(int c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == ' ';
    }
}
