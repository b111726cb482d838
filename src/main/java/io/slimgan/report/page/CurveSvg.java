package io.slimgan.report.page;

import io.slimgan.base.WidthPalette;
import java.awt.Color;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.jfree.svg.MeetOrSlice;
import org.jfree.svg.PreserveAspectRatio;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;

/** A chart as an SVG element whose colours are the page's variables, so that it follows the reader's light or dark. */
final class CurveSvg {

    static final int WIDTH = 520;
    static final int HEIGHT = 230;
    private static final int COLOURS = 8;

    private CurveSvg() {}

    /** @param name begins the identifiers inside, which are one namespace for the whole page */
    static String of(CurveChart chart, String name) {
        SVGGraphics2D g2 = new SVGGraphics2D(WIDTH, HEIGHT);
        g2.setDefsKeyPrefix(name); // else it holds the time
        DoubleFunction<String> short2 = CurveSvg::twoPlaces;
        g2.setGeomDoubleConverter(short2);
        g2.setTransformDoubleConverter(short2);
        g2.setFontFunction(family -> "inherit");
        chart.draw(g2, WIDTH, HEIGHT);
        String svg = g2.getSVGElement(
                name, false, new ViewBox(0, 0, WIDTH, HEIGHT), PreserveAspectRatio.XMID_YMID, MeetOrSlice.MEET);
        for (Map.Entry<String, String> colour : variables().entrySet()) {
            svg = svg.replace(colour.getKey(), colour.getValue());
        }
        return svg;
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put(rgb(CurveChart.INK), "var(--muted)");
        variables.put(rgb(CurveChart.GRID), "var(--line)");
        variables.put(rgb(CurveChart.AXIS), "var(--axis)");
        for (int i = 0; i < COLOURS; i++) {
            variables.put(rgb(new Color(WidthPalette.rgb(i, false))), "var(--w" + i + ")");
        }
        return variables;
    }

    private static String rgb(Color colour) {
        return "rgb(" + colour.getRed() + "," + colour.getGreen() + "," + colour.getBlue() + ")";
    }

    private static String twoPlaces(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
