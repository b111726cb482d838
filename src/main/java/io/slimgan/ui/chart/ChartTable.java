package io.slimgan.ui.chart;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Writes curves as CSV: a row per step in ascending order, with the time (ISO 8601, UTC) and one column per curve, headed
 * by its tag; values as logged, in full precision, {@code NaN} and {@code Infinity} as these words; empty where a curve
 * has no point at that step. For any thread.
 */
public final class ChartTable {

    private ChartTable() {}

    /** Writes all curves of these charts; the stream stays open. */
    public static void write(List<ChartSnapshot> charts, OutputStream out) throws IOException {
        List<Curve> curves =
                charts.stream().flatMap(chart -> chart.curves().stream()).toList();
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        StringBuilder line = new StringBuilder("step,time");
        curves.forEach(curve -> line.append(',').append(curve.id()));
        int[] next = new int[curves.size()];
        writer.append(line.append('\n'));
        for (long step = smallest(curves, next); step != Long.MAX_VALUE; step = smallest(curves, next)) {
            line.setLength(0);
            row(curves, next, step, line);
            writer.append(line);
        }
        writer.flush();
    }

    private static long smallest(List<Curve> curves, int[] next) {
        long smallest = Long.MAX_VALUE;
        for (int i = 0; i < next.length; i++) {
            CurveData data = curves.get(i).data();
            if (next[i] < data.size()) {
                smallest = Math.min(smallest, data.step(next[i]));
            }
        }
        return smallest;
    }

    private static void row(List<Curve> curves, int[] next, long step, StringBuilder line) {
        StringBuilder values = new StringBuilder();
        String time = "";
        for (int i = 0; i < next.length; i++) {
            CurveData data = curves.get(i).data();
            values.append(',');
            if (next[i] < data.size() && data.step(next[i]) == step) {
                values.append(number(data.value(next[i])));
                time = Instant.ofEpochMilli(Math.round(data.wall(next[i]) * 1000))
                        .toString();
                next[i]++;
            }
        }
        line.append(step).append(',').append(time).append(values).append('\n');
    }

    /** The shortest text that gives the logged number back; event logs hold single precision. */
    private static String number(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }
}
