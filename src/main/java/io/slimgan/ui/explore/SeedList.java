package io.slimgan.ui.explore;

import io.slimgan.base.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * The seeds whose images are shown, as they are typed: {@code 17}, {@code 17-32} or {@code 3, 8, 100-103}. Immutable.
 *
 * @param seeds 1 to 64 of them, none negative
 */
record SeedList(List<Long> seeds) {

    /** The most images that are shown at once. */
    static final int MOST = 64;

    private static final Pattern PART = Pattern.compile("(\\d{1,18})(?:\\s*[-–]\\s*(\\d{1,18}))?");

    SeedList {
        seeds = List.copyOf(seeds);
    }

    /** {@code count} seeds from {@code first} on. */
    static SeedList from(long first, int count) {
        int bounded = Math.max(1, Math.min(MOST, count));
        return new SeedList(LongStream.range(first, first + bounded).boxed().toList());
    }

    /**
     * What was typed.
     *
     * @param count how many seeds a single number stands for
     * @throws UserError with what is wrong with it, if that is no list of 1 to 64 seeds
     */
    static SeedList parse(String text, int count) {
        List<Long> seeds = new ArrayList<>();
        String[] parts = text.strip().split("\\s*[,;]\\s*|(?<=\\d)\\s+(?=\\d)", -1);
        for (String part : parts) {
            addTo(seeds, part.strip());
        }
        return parts.length == 1 && seeds.size() == 1 ? from(seeds.get(0), count) : new SeedList(seeds);
    }

    private static void addTo(List<Long> seeds, String part) {
        Matcher match = PART.matcher(part);
        if (!match.matches()) {
            String what = part.isEmpty() ? "A seed is missing" : "“" + part + "” is no seed";
            throw new UserError(what + "; write whole numbers and ranges, such as 3, 8, 100-103.");
        }
        long from = Long.parseLong(match.group(1));
        long to = match.group(2) == null ? from : Long.parseLong(match.group(2));
        if (to < from) {
            throw new UserError("The range " + part + " runs backwards; write " + to + "-" + from + ".");
        }
        if (seeds.size() + (to - from) + 1 > MOST) {
            throw new UserError("These are more than " + MOST + " seeds; write fewer.");
        }
        LongStream.rangeClosed(from, to).forEach(seeds::add);
    }

    /** So many seeds from the first of these on. */
    SeedList resized(int count) {
        return count == seeds.size() ? this : from(seeds.get(0), count);
    }

    /** The seeds that follow these ({@code 1}) or come before them ({@code -1}); never below 0. */
    SeedList moved(int direction) {
        long least = seeds.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = seeds.stream().mapToLong(Long::longValue).max().orElse(0);
        long by = Math.max(-least, direction * (most - least + 1));
        return new SeedList(seeds.stream().map(seed -> seed + by).toList());
    }

    /** As it is typed, neighbours drawn together. */
    String text() {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < seeds.size()) {
            int end = at;
            while (end + 1 < seeds.size() && seeds.get(end + 1) == seeds.get(end) + 1) {
                end++;
            }
            parts.add(end == at ? Long.toString(seeds.get(at)) : seeds.get(at) + "-" + seeds.get(end));
            at = end + 1;
        }
        return parts.stream().collect(Collectors.joining(", "));
    }
}
