package io.slimgan.ui.chart;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chooses round numbers for an axis. Our own, because the chart library measures texts to find its spacing (slow), and
 * labels a logarithmic axis only at whole decades, of which a loss curve often shows none.
 */
final class Ticks {

    private static final double[] SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800
    };

    private Ticks() {}

    /**
     * A mark on an axis.
     *
     * @param place where, in the axis' own units
     * @param label what stands beside it; empty for a mark between labelled ones
     */
    record Tick(double place, String label) {}

    /** Round numbers, at most {@code most} of them; {@code whole} where only whole numbers make sense. */
    static List<Tick> linear(Span span, int most, boolean whole) {
        double step = roundUp(span.length() / Math.max(1, most));
        if (whole) {
            step = Math.max(1, Math.rint(step));
        }
        double largest = Math.max(Math.abs(span.low()), Math.abs(span.high()));
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(span.low() / step - 1e-9); k * step <= span.high() + step * 1e-9; k++) {
            ticks.add(new Tick(k * step, Numbers.tick(k * step, step, largest)));
        }
        return ticks;
    }

    /** For a span in decades: powers of ten, and 2 and 5 times those, or finer numbers, if there is room. */
    static List<Tick> logarithmic(Span span, int most) {
        if (span.length() < 0.7) {
            return withinADecade(span, most);
        }
        double[] digits = span.length() * 3 <= most ? new double[] {1, 2, 5} : new double[] {1};
        int every = (int) Math.max(1, Math.ceil(span.length() / Math.max(1, most)));
        List<Tick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(span.low()); decade <= span.high(); decade++) {
            for (double digit : digits) {
                double place = decade + Math.log10(digit);
                if (span.contains(place) && Math.floorMod(decade, every) == 0) {
                    double value = digit * Math.pow(10, decade);
                    ticks.add(new Tick(place, Numbers.tick(value, Math.pow(10, decade), value)));
                }
            }
        }
        return ticks;
    }

    /** For a span in seconds: whole seconds, minutes, hours or days. */
    static List<Tick> durations(Span span, int most) {
        double step = timeStep(span, most);
        if (step < 1) {
            return linear(span, most, false).stream()
                    .map(tick -> new Tick(tick.place(), tick.label() + " s"))
                    .toList();
        }
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(span.low() / step - 1e-9); k * step <= span.high(); k++) {
            ticks.add(new Tick(k * step, k == 0 ? "0" : Numbers.duration(k * step)));
        }
        return ticks;
    }

    /** For a span in seconds since 1970: round times of day in this computer's time zone, dates where days change. */
    static List<Tick> clock(Span span, int most, ZoneId zone) {
        double step = Math.max(1, timeStep(span, most));
        String pattern = step < 60 ? "HH:mm:ss" : step < 86400 ? "HH:mm" : "d MMM";
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        Instant start = Instant.ofEpochSecond((long) Math.floor(span.low()));
        long offset = zone.getRules().getOffset(start).getTotalSeconds();
        List<Tick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil((span.low() + offset) / step); k * step - offset <= span.high(); k++) {
            LocalDateTime local = LocalDateTime.ofEpochSecond((long) (k * step), 0, ZoneOffset.UTC);
            ticks.add(new Tick(k * step - offset, format.format(local)));
        }
        return ticks;
    }

    private static double timeStep(Span span, int most) {
        double least = span.length() / Math.max(1, most);
        for (double step : SECONDS) {
            if (step >= least) {
                return least < 0.5 ? least : step;
            }
        }
        return Math.ceil(least / 604800) * 604800;
    }

    private static List<Tick> withinADecade(Span span, int most) {
        Span values = new Span(Scale.LOG.value(span.low()), Scale.LOG.value(span.high()));
        return linear(values, most, false).stream()
                .filter(tick -> tick.place() > 0)
                .map(tick -> new Tick(Scale.LOG.place(tick.place()), tick.label()))
                .toList();
    }

    /** The next number of the form 1, 2 or 5 times a power of ten. */
    private static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        double digit = value / power;
        return power * (digit <= 1 + 1e-9 ? 1 : digit <= 2 + 1e-9 ? 2 : digit <= 5 + 1e-9 ? 5 : 10);
    }
}
