package io.slimgan.report.page;

/** The colours of a heat map: pale where widths agree, deep blue where they differ most; prints well in grey. */
final class HeatColour {

    private static final int[][] STOPS = {{0xf1, 0xf6, 0xfb}, {0x9c, 0xc7, 0xe6}, {0x3a, 0x86, 0xc4}, {0x0b, 0x3c, 0x73}
    };

    /** Relative luminance (WCAG 2) below which white is easier to read than black. */
    private static final double DARK = 0.25;

    private HeatColour() {}

    /**
     * The colour of a value.
     *
     * @param value of a cell, from 0; what is not finite is grey
     * @param largest the value of the deepest colour
     * @return 0xRRGGBB
     */
    static int of(double value, double largest) {
        if (!Double.isFinite(value)) {
            return 0xd0d7de;
        }
        double share = largest > 0 ? Math.max(0, Math.min(1, value / largest)) : 0;
        double place = share * (STOPS.length - 1);
        int stop = Math.min(STOPS.length - 2, (int) place);
        int rgb = 0;
        for (int c = 0; c < 3; c++) {
            double from = STOPS[stop][c];
            double to = STOPS[stop + 1][c];
            rgb = rgb << 8 | (int) Math.round(from + (to - from) * (place - stop));
        }
        return rgb;
    }

    /** Black or white, whichever can be read on a colour. */
    static int ink(int rgb) {
        double luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
        return luminance < DARK ? 0xffffff : 0x14202c;
    }

    private static double linear(int channel) {
        double c = (channel & 255) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** As style sheets write it. */
    static String css(int rgb) {
        return String.format("#%06x", rgb);
    }
}
