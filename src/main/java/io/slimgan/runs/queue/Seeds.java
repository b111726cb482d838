package io.slimgan.runs.queue;

import io.slimgan.base.UserError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Seeds as people write them. */
public final class Seeds {

    private static final int MOST = 1000;
    private static final Pattern ONE = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    private Seeds() {}

    /**
     * The seeds of a text such as {@code 0,1,2} or {@code 0-4}; empty for a blank one.
     *
     * @throws UserError if it is none, names a seed twice, or names more than a thousand
     */
    public static List<Long> parse(String text) {
        Set<Long> seeds = new LinkedHashSet<>();
        if (text.isBlank()) {
            return List.of();
        }
        for (String part : text.split(",", -1)) {
            Matcher matcher = ONE.matcher(part.strip());
            if (!matcher.matches()) {
                throw wrong(text, "\"" + part.strip() + "\" is no seed");
            }
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (last < first || last - first >= MOST) {
                throw wrong(text, "\"" + part.strip() + "\" is no range of at most " + MOST + " seeds");
            }
            for (long seed = first; seed <= last; seed++) {
                if (!seeds.add(seed)) {
                    throw wrong(text, seed + " stands there twice");
                }
            }
            if (seeds.size() > MOST) {
                throw wrong(text, "these are more than " + MOST + " seeds");
            }
        }
        return new ArrayList<>(seeds);
    }

    private static UserError wrong(String text, String why) {
        return new UserError(
                "Seeds are whole numbers from 0 on such as 0,1,2 or 0-4, but of \"" + text + "\" " + why + ".");
    }
}
