package io.slimgan.ui.common;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as people read them. English, whatever the system's language, as all texts are. */
public final class Formats {

    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    private Formats() {}

    /** {@code 50,000}. */
    public static String count(long n) {
        return String.format(Locale.ENGLISH, "%,d", n);
    }

    /** Three significant digits with a suffix: {@code 950}, {@code 1.25 k}, {@code 48.1 M}. */
    public static String compact(long n) {
        String[] suffixes = {"", " k", " M", " G", " T"};
        double value = n;
        int at = 0;
        while (Math.abs(value) >= 999.5 && at < suffixes.length - 1) {
            value /= 1000;
            at++;
        }
        return at == 0 ? Long.toString(n) : significant(value) + suffixes[at];
    }

    /** {@code 1.20 GiB}. */
    public static String bytes(long n) {
        double value = n;
        int at = 0;
        while (value >= 1000 && at < BYTES.length - 1) {
            value /= 1024;
            at++;
        }
        return at == 0 ? n + " B" : significant(value) + " " + BYTES[at];
    }

    /** Two units at most: {@code 45 s}, {@code 3 min 20 s}, {@code 2 h 5 min}, {@code 4 d 3 h}. */
    public static String duration(double seconds) {
        long s = Math.max(0, Math.round(seconds));
        if (s < 60) {
            return s + " s";
        }
        if (s < 3600) {
            return s / 60 + " min " + s % 60 + " s";
        }
        if (s < 86_400) {
            return s / 3600 + " h " + s % 3600 / 60 + " min";
        }
        return s / 86_400 + " d " + s % 86_400 / 3600 + " h";
    }

    /** Steps a second, or seconds a step where it is slow: {@code 4.20 steps/s}, {@code 3.10 s/step}. */
    public static String speed(double stepsPerSecond) {
        return stepsPerSecond >= 1
                ? significant(stepsPerSecond) + " steps/s"
                : significant(1 / stepsPerSecond) + " s/step";
    }

    /** {@code just now}, {@code 5 min ago}, {@code 3 h ago}, then the date. */
    public static String ago(Instant then, Instant now) {
        long s = Duration.between(then, now).toSeconds();
        if (s < 60) {
            return "just now";
        }
        if (s < 3600) {
            return s / 60 + " min ago";
        }
        if (s < 86_400) {
            return s / 3600 + " h ago";
        }
        return DAY.format(then.atZone(ZoneId.systemDefault()));
    }

    /** A measured value with four significant digits: {@code 212.4}, {@code 0.01234}, {@code 1.2e-06}. */
    public static String figure(double value) {
        return figureLike(value, value);
    }

    /** A value with as many decimals as {@link #figure} gives another, such as a deviation beside its mean. */
    public static String figureLike(double value, double other) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(Double.isFinite(other) ? other : value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            return String.format(Locale.ENGLISH, "%.3e", value);
        }
        int decimals = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ENGLISH, "%." + decimals + "f", value);
    }

    private static String significant(double value) {
        int decimals = value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ENGLISH, "%." + decimals + "f", value);
    }
}
