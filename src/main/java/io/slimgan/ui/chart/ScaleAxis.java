package io.slimgan.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis that shows the ticks it is given ({@link Ticks}). */
final class ScaleAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;

    private transient List<Ticks.Tick> ticks = List.of();

    /** Shows this span with these ticks. */
    void show(Span span, List<Ticks.Tick> shown) {
        ticks = shown;
        setRange(new org.jfree.data.Range(span.low(), span.high()), true, false);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        boolean below = RectangleEdge.isTopOrBottom(edge);
        TextAnchor anchor = below ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
        return ticks.stream()
                .map(tick -> new NumberTick(tick.place(), tick.label(), anchor, TextAnchor.CENTER, 0))
                .toList();
    }
}
