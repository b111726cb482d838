package io.slimgan.report.page;

import io.slimgan.report.mic.ReportCurve;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts of one page by the names that stand in it. For one thread. */
final class ChartShelf {

    private static final float LETTERS = 11;

    private final Map<String, CurveChart> charts = new LinkedHashMap<>();

    /** Puts a chart there and tells its name. */
    String add(List<ReportCurve> curves) {
        String name = "chart-" + (charts.size() + 1);
        charts.put(name, new CurveChart(curves, ReportFonts.awt(LETTERS)));
        return name;
    }

    CurveChart get(String name) {
        CurveChart chart = charts.get(name);
        if (chart == null) {
            throw new IllegalArgumentException("There is no chart called " + name + ".");
        }
        return chart;
    }
}
