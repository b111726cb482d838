package io.slimgan.ui.image;

import java.util.Locale;

/** Short times as text. */
public final class Millis {

    private Millis() {}

    /** Three digits and a unit: {@code 0.42 ms}, {@code 12.3 ms}, {@code 1.20 s}. */
    public static String text(double millis) {
        if (millis >= 999.5) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1000);
        }
        String pattern = millis < 9.995 ? "%.2f ms" : millis < 99.95 ? "%.1f ms" : "%.0f ms";
        return String.format(Locale.ROOT, pattern, millis);
    }
}
