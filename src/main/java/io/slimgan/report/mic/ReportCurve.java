package io.slimgan.report.mic;

import java.util.ArrayList;
import java.util.List;

/**
 * One curve of a run's log.
 *
 * @param tag as logged, such as {@code loss/generator/0.25}
 * @param points in ascending order of their steps
 */
public record ReportCurve(String tag, List<Point> points) {

    public ReportCurve {
        points = List.copyOf(points);
    }

    /** A point; a step between two is the mean step of several points. */
    public record Point(double step, double value) {}

    /** All but the last part of the tag: {@code loss/generator}. */
    public String group() {
        return tag.contains("/") ? tag.substring(0, tag.lastIndexOf('/')) : tag;
    }

    /** The last part of the tag: {@code 0.25}. */
    public String series() {
        return tag.substring(tag.lastIndexOf('/') + 1);
    }

    /**
     * The curve with at most so many points: each the mean of as many neighbours. Paper has no more room, and means show
     * what a thousand noisy points hide.
     */
    public ReportCurve thinned(int most) {
        if (points.size() <= most) {
            return this;
        }
        List<Point> means = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int from = (int) ((long) i * points.size() / most);
            int to = (int) ((long) (i + 1) * points.size() / most);
            double steps = 0;
            double values = 0;
            for (Point point : points.subList(from, to)) {
                steps += point.step();
                values += point.value();
            }
            means.add(new Point(steps / (to - from), values / (to - from)));
        }
        return new ReportCurve(tag, means);
    }
}
