package io.slimgan.report.page;

import io.slimgan.base.ShortestDecimal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as the page writes them: the same on every machine and in every language. */
final class Figures {

    private static final int DIGITS = 4;
    private static final double SMALL = 1e-5;

    /** Narrow and not broken over lines, as typographers part thousands. */
    private static final char THIN_SPACE = '\u202f';

    private Figures() {}

    /** Four significant digits, but none before the point is rounded away: 12.35, 0.01230, 1 235. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "not finite";
        }
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < SMALL) {
            return minus(String.format(Locale.ROOT, "%.3e", value));
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        int integerDigits = rounded.precision() - rounded.scale();
        return places(value, Math.max(0, DIGITS - integerDigits));
    }

    /** A number with its deviation behind it, both to the deviation's second digit: 12.35 ± 0.21. */
    static String number(double value, OptionalDouble std) {
        if (std.isEmpty()) {
            return number(value);
        }
        double deviation = std.getAsDouble();
        if (!Double.isFinite(value) || !Double.isFinite(deviation) || deviation < SMALL) {
            return number(value) + " ± " + number(deviation);
        }
        BigDecimal rounded = new BigDecimal(deviation).round(new MathContext(2, RoundingMode.HALF_EVEN));
        int decimals = Math.max(0, 2 - (rounded.precision() - rounded.scale()));
        return places(value, decimals) + " ± " + places(deviation, decimals);
    }

    /** A setting or another number that a person wrote, as short as they may have written it. */
    static String plain(double value) {
        return minus(ShortestDecimal.of(value).toPlainString());
    }

    private static String places(double value, int decimals) {
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        int point = text.indexOf('.');
        return point < 0 ? grouped(text) : grouped(text.substring(0, point)) + text.substring(point);
    }

    /** A whole number in groups of three. */
    static String count(long value) {
        return grouped(Long.toString(value));
    }

    /** A large number by its millions: 103.5 M. */
    static String millions(long value) {
        return number(value / 1e6) + "\u00a0M";
    }

    private static String grouped(String digits) {
        StringBuilder text = new StringBuilder(digits);
        int first = digits.startsWith("-") ? 2 : 1;
        for (int at = digits.length() - 3; at >= first; at -= 3) {
            text.insert(at, THIN_SPACE);
        }
        return minus(text.toString());
    }

    private static String minus(String text) {
        return text.startsWith("-") ? '\u2212' + text.substring(1) : text;
    }
}
