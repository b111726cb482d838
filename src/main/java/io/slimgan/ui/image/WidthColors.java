package io.slimgan.ui.image;

import io.slimgan.base.Width;
import io.slimgan.base.WidthPalette;

/** A width's colour as style text. */
public final class WidthColors {

    private WidthColors() {}

    /** Bold text of this size in the width's colour. */
    public static String bold(Width width, boolean dark, int size) {
        return "-fx-font-weight: bold; -fx-font-size: " + size + "px; -fx-text-fill: "
                + WidthPalette.css(width.index(), dark) + ";";
    }
}
