package io.slimgan.ui.chart;

import org.jfree.data.xy.AbstractXYDataset;

/** What the chart library takes for the data: one item per curve, since {@link CurveRenderer} draws a whole curve. */
final class CurveSet extends AbstractXYDataset {

    private static final long serialVersionUID = 1L;

    private transient PlotFrame frame;

    CurveSet(PlotFrame frame) {
        this.frame = frame;
    }

    void show(PlotFrame shown) {
        frame = shown;
    }

    @Override
    public int getSeriesCount() {
        return frame.lines().size();
    }

    @Override
    public Comparable<?> getSeriesKey(int series) {
        return frame.lines().get(series).curve().id();
    }

    @Override
    public int getItemCount(int series) {
        return 1;
    }

    @Override
    public Number getX(int series, int item) {
        return frame.x().low();
    }

    @Override
    public Number getY(int series, int item) {
        return frame.y().low();
    }
}
