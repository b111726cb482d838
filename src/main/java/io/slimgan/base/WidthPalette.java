package io.slimgan.base;

import java.util.Locale;

/**
 * The colour of each width, the same in every chart and label. A ramp of one order (narrow is warm, wide is cool), told
 * apart in grey and by the colour-blind, readable on light and dark.
 */
public final class WidthPalette {

    private static final int[] LIGHT = {0xD1570D, 0xB8338A, 0x1B7FBD, 0x13795B, 0x6E56CF, 0x8A6A00, 0x5B6770, 0xB3261E};
    private static final int[] DARK = {0xFF9A56, 0xF178C6, 0x5CB8F5, 0x4CC38A, 0xA594F9, 0xE2B93B, 0xA3AFB8, 0xFF8A80};

    private WidthPalette() {}

    /** The colour of the width at {@code index} as 0xRRGGBB; repeats after eight. */
    public static int rgb(int index, boolean dark) {
        int[] ramp = dark ? DARK : LIGHT;
        return ramp[index % ramp.length];
    }

    /** The same as style sheets write it: {@code #d1570d}. */
    public static String css(int index, boolean dark) {
        return String.format(Locale.ROOT, "#%06x", rgb(index, dark));
    }
}
