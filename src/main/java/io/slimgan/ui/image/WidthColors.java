package io.slimgan.ui.image;

import io.slimgan.base.Width;
import io.slimgan.base.WidthPalette;
import java.util.Locale;

/** A width's colour as style text. */
public final class WidthColors {

    private WidthColors() {}

    /** Such as {@code #1b7fbd}. */
    public static String web(Width width, boolean dark) {
        return String.format(Locale.ROOT, "#%06x", WidthPalette.rgb(width.index(), dark));
    }

    /** Bold text of this size in the width's colour. */
    public static String bold(Width width, boolean dark, int size) {
        return "-fx-font-weight: bold; -fx-font-size: " + size + "px; -fx-text-fill: " + web(width, dark) + ";";
    }
}
