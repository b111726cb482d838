package io.slimgan.ui.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws charts as PNG with their titles and legends, since a picture in a paper has no window around it. For any thread.
 */
public final class ChartPicture {

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
    private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final int MARGIN = 12;
    private static final int TITLE_HEIGHT = 28;
    private static final int LEGEND_LINE = 18;
    private static final int SWATCH = 18;

    private ChartPicture() {}

    /**
     * The charts side by side.
     *
     * @param charts at least one
     * @param columns how many stand in a row
     * @param width of one chart, in units of which {@code scale} pixels make one
     * @param height of one chart
     * @param scale pixels per unit; 2 for print
     */
    public static byte[] png(List<ChartSnapshot> charts, int columns, int width, int height, int scale) {
        int across = Math.min(columns, charts.size());
        int rows = (charts.size() + across - 1) / across;
        BufferedImage image =
                new BufferedImage(across * width * scale, rows * height * scale, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g2.setPaint(charts.get(0).theme().background());
        g2.fillRect(0, 0, image.getWidth(), image.getHeight());
        g2.scale(scale, scale);
        for (int i = 0; i < charts.size(); i++) {
            Graphics2D cell = (Graphics2D) g2.create(i % across * width, i / across * height, width, height);
            draw(cell, charts.get(i), width, height);
            cell.dispose();
        }
        g2.dispose();
        return encode(image);
    }

    private static void draw(Graphics2D g2, ChartSnapshot chart, int width, int height) {
        ChartTheme theme = chart.theme();
        g2.setPaint(theme.text());
        g2.setFont(TITLE);
        g2.drawString(chart.spec().title(), MARGIN, 20);
        int top = TITLE_HEIGHT + drawLegend(g2, chart, width);
        PlotFrame frame = new FrameBuilder()
                .build(chart.query(), chart.curves(), chart.curves(), ChartPainter.plotWidth(width) * 2);
        if (frame.isEmpty()) {
            g2.setFont(LEGEND);
            g2.setPaint(theme.label());
            int textWidth = g2.getFontMetrics().stringWidth(frame.message());
            g2.drawString(frame.message(), Math.max(MARGIN, (width - textWidth) / 2), height / 2);
            return;
        }
        g2.translate(0, top);
        int said = DrawnMarks.height(chart.marks(), frame);
        Rectangle2D area = new ChartPainter().draw(g2, width, height - top - said, frame, theme, true);
        DrawnMarks marks = new DrawnMarks(g2, frame, theme);
        marks.draw(chart.marks(), area);
        marks.tell(chart.marks(), MARGIN, height - top - said, width - 2 * MARGIN);
    }

    /** Draws an entry per curve, in as many lines as they need, and returns the height of that. */
    private static int drawLegend(Graphics2D g2, ChartSnapshot chart, int width) {
        g2.setFont(LEGEND);
        FontMetrics metrics = g2.getFontMetrics();
        int x = MARGIN;
        int y = TITLE_HEIGHT;
        for (Curve curve : chart.curves()) {
            int length = SWATCH + 6 + metrics.stringWidth(curve.name()) + 16;
            if (x + length > width - MARGIN && x > MARGIN) {
                x = MARGIN;
                y += LEGEND_LINE;
            }
            float[] dash = curve.dashed() ? new float[] {5, 4} : null;
            g2.setStroke(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10f, dash, 0f));
            g2.setPaint(chart.theme().line(curve));
            g2.draw(new Line2D.Double(x, y + 8, x + SWATCH, y + 8));
            g2.setPaint(chart.theme().text());
            g2.drawString(curve.name(), x + SWATCH + 6, y + 12);
            x += length;
        }
        return chart.curves().isEmpty() ? 0 : y + LEGEND_LINE - TITLE_HEIGHT;
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("This Java runtime cannot write PNG.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
