package io.slimgan.ui.chart;

import io.slimgan.base.WidthPalette;
import java.awt.Color;

/**
 * The colours of a chart; they match the style sheets of the window's light and dark theme.
 *
 * @param dark whether it is the dark one
 * @param background behind a picture that is exported
 * @param text of titles
 * @param label of ticks
 * @param grid of lines behind the curves
 * @param axis of the lines at the axes
 */
record ChartTheme(boolean dark, Color background, Color text, Color label, Color grid, Color axis) {

    private static final int PALE_ON_LIGHT = 64;
    private static final int PALE_ON_DARK = 76;

    static ChartTheme of(boolean dark) {
        return dark
                ? new ChartTheme(
                        true,
                        new Color(0x0d1117),
                        new Color(0xc9d1d9),
                        new Color(0x9aa4ae),
                        new Color(0x252b33),
                        new Color(0x484f58))
                : new ChartTheme(
                        false,
                        Color.WHITE,
                        new Color(0x24292f),
                        new Color(0x57606a),
                        new Color(0xe5e9ed),
                        new Color(0xafb8c1));
    }

    /** The colour of a curve. */
    Color line(Curve curve) {
        return curve.colour() == Curve.NEUTRAL ? text : new Color(WidthPalette.rgb(curve.colour(), dark));
    }

    /** The same colour, faint, for values as logged behind the smoothed line. */
    Color pale(Curve curve) {
        Color line = line(curve);
        return new Color(line.getRed(), line.getGreen(), line.getBlue(), dark ? PALE_ON_DARK : PALE_ON_LIGHT);
    }

    /** The colour of a mark: the style sheets' of success or of danger. */
    Color mark(boolean good) {
        if (good) {
            return dark ? new Color(0x238636) : new Color(0x2da44e);
        }
        return dark ? new Color(0xda3633) : new Color(0xcf222e);
    }

    /** A colour as style sheets write it. */
    static String css(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }
}
