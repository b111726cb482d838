package io.slimgan.report.page;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The letters of a report's paper form: Noto Sans, from the program's own resources, so that no machine's fonts show. */
final class ReportFonts {

    static final String REGULAR = "NotoSans-Regular.ttf";
    static final String BOLD = "NotoSans-Bold.ttf";

    /** Arrows and signs of mathematics, which Noto Sans does not have. */
    static final String SIGNS = "NotoSansMath-Signs.ttf";

    private ReportFonts() {}

    /** The file's stream; the caller closes it. */
    static InputStream open(String file) {
        InputStream in = ReportFonts.class.getResourceAsStream("/io/slimgan/report/fonts/" + file);
        if (in == null) {
            throw new IllegalStateException("The font " + file + " is missing from the build.");
        }
        return in;
    }

    /** For drawing into charts. */
    static Font awt(float size) {
        try (InputStream in = open(REGULAR)) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("The font " + REGULAR + " is damaged.", e);
        }
    }
}
