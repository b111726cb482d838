package io.slimgan.ui.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The marks of a chart in a picture: flags as in the window, and what they mean in words below, as nobody can point at
 * them there.
 */
final class DrawnMarks {

    /** More than this many sentences would leave no room for the curves. */
    private static final int MOST_SENTENCES = 3;

    private static final int LINE = 16;
    private static final int ROOM_BELOW = 6;
    private static final int FLAG = 14;
    private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private final Graphics2D g2;
    private final PlotFrame frame;
    private final ChartTheme theme;

    DrawnMarks(Graphics2D g2, PlotFrame frame, ChartTheme theme) {
        this.g2 = g2;
        this.frame = frame;
        this.theme = theme;
    }

    /** The height that the words take. */
    static int height(List<ChartMark> marks, PlotFrame frame) {
        int seen = seen(marks, frame).size();
        return seen == 0 ? 0 : LINE * Math.min(seen, MOST_SENTENCES + 1) + ROOM_BELOW;
    }

    private static List<ChartMark> seen(List<ChartMark> marks, PlotFrame frame) {
        return marks.stream()
                .filter(mark -> frame.across(mark).isPresent())
                .sorted(Comparator.comparingLong(ChartMark::step))
                .toList();
    }

    /** Draws the flags over the inside of the plot. */
    void draw(List<ChartMark> marks, Rectangle2D area) {
        for (ChartMark mark : seen(marks, frame)) {
            Color colour = theme.mark(mark.good());
            double x = area.getMinX() + frame.across(mark).orElseThrow() * area.getWidth();
            g2.setStroke(
                    new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10f, new float[] {3, 3}, 0f));
            g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 180));
            g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            flag((int) Math.round(x), (int) Math.round(area.getMinY()), mark);
        }
    }

    private void flag(int x, int y, ChartMark mark) {
        g2.setPaint(theme.mark(mark.good()));
        g2.fill(new Polygon(new int[] {x - 6, x + 6, x}, new int[] {y - 2, y - 2, y + 9}, 3));
    }

    /** Says what the marks mean, the newest first, in lines from {@code top} on. */
    void tell(List<ChartMark> marks, int left, int top, int width) {
        List<ChartMark> seen = seen(marks, frame);
        g2.setFont(WORDS);
        for (int i = 0; i < Math.min(seen.size(), MOST_SENTENCES); i++) {
            ChartMark mark = seen.get(seen.size() - 1 - i);
            flag(left + 5, top + i * LINE + 3, mark);
            line(String.format(Locale.ROOT, "Step %,d: %s", mark.step(), mark.text()), left, top, i, width);
        }
        int more = seen.size() - MOST_SENTENCES;
        if (more > 0) {
            line(more + " earlier " + (more == 1 ? "mark" : "marks"), left, top, MOST_SENTENCES, width);
        }
    }

    private void line(String words, int left, int top, int line, int width) {
        g2.setPaint(theme.text());
        g2.drawString(shortened(words, width - FLAG), left + FLAG, top + line * LINE + 11);
    }

    private String shortened(String words, int width) {
        FontMetrics metrics = g2.getFontMetrics();
        if (metrics.stringWidth(words) <= width) {
            return words;
        }
        int length = words.length();
        while (length > 0 && metrics.stringWidth(words.substring(0, length) + "…") > width) {
            length--;
        }
        return words.substring(0, length) + "…";
    }
}
