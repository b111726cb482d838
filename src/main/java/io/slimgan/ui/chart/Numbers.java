package io.slimgan.ui.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as the charts write them: short, and the same in every locale. */
final class Numbers {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private Numbers() {}

    /** A measured value with four significant digits. */
    static String value(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "+∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            return minus(String.format(Locale.ROOT, "%.3e", value));
        }
        int digits = size == 0 ? 1 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return minus(String.format(Locale.ROOT, "%." + Math.min(7, digits) + "f", value));
    }

    /** A step with its thousands apart. */
    static String step(long step) {
        return String.format(Locale.ENGLISH, "%,d", step);
    }

    /**
     * A tick's value on an axis whose ticks are {@code spacing} apart and whose largest is {@code largest}: just enough
     * digits, and k, M or G for thousands, the same for all ticks of an axis.
     */
    static String tick(double value, double spacing, double largest) {
        double size = Math.max(Math.abs(largest), spacing);
        if (Math.abs(value) < spacing * 1e-6) {
            return "0";
        }
        if (size >= 1e12 || size < 1e-4) {
            int digits = Math.max(0, exponent(Math.abs(value)) - exponent(spacing));
            return minus(String.format(Locale.ROOT, "%." + Math.min(3, digits) + "e", value)
                    .replaceFirst("e([+-])0?(\\d)", "e$1$2")
                    .replace("e+", "e"));
        }
        int thousands = size >= 1e9 ? 9 : size >= 1e6 ? 6 : size >= 1e4 ? 3 : 0;
        int digits = Math.max(0, thousands - exponent(spacing));
        String unit = thousands == 9 ? "G" : thousands == 6 ? "M" : thousands == 3 ? "k" : "";
        return minus(String.format(Locale.ROOT, "%." + digits + "f", value / Math.pow(10, thousands))) + unit;
    }

    /** A length of time with its two largest units. */
    static String duration(double seconds) {
        long whole = Math.round(Math.abs(seconds));
        String sign = seconds < -0.5 ? "−" : "";
        if (whole < 60) {
            return sign + whole + " s";
        }
        if (whole < 3600) {
            return sign + two(whole / 60, "min", whole % 60, "s");
        }
        if (whole < 86400) {
            return sign + two(whole / 3600, "h", whole % 3600 / 60, "min");
        }
        return sign + two(whole / 86400, "d", whole % 86400 / 3600, "h");
    }

    /** A moment, seconds since 1970, in this computer's time zone. */
    static String clock(double wall) {
        return CLOCK.format(Instant.ofEpochMilli(Math.round(wall * 1000)).atZone(ZoneId.systemDefault()));
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** The power of ten of the first digit; a hair is added because 0.001 is a little less than 10^-3. */
    private static int exponent(double spacing) {
        return (int) Math.floor(Math.log10(spacing) + 1e-9);
    }

    private static String minus(String text) {
        return text.startsWith("-") ? "−" + text.substring(1) : text;
    }
}
