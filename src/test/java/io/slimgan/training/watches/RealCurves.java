package io.slimgan.training.watches;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.PairReport;
import io.slimgan.training.StepReport.WidthReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The first thousands of steps of real runs on CIFAR-10 (64 channels, batch 64, the paper's rates), as their logs have
 * them: means over ten steps. Each is told to a watch ten times.
 */
final class RealCurves {

    static final WidthList WIDTHS = WidthList.of(List.of(0.25, 0.5, 0.75, 1.0));
    private static final int EVERY = 10;

    private RealCurves() {}

    static List<StepReport> read(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RealCurves.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            List<String> head = Arrays.asList(in.readLine().split(","));
            List<StepReport> reports = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",");
                Map<String, Double> values = new HashMap<>();
                for (int i = 1; i < cells.length; i++) {
                    values.put(head.get(i), Double.parseDouble(cells[i]));
                }
                long end = Long.parseLong(cells[0]);
                for (long step = end - EVERY + 1; step <= end; step++) {
                    reports.add(report(step, values));
                }
            }
            return reports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StepReport report(long step, Map<String, Double> values) {
        List<WidthReport> widths = new ArrayList<>();
        List<PairReport> pairs = new ArrayList<>();
        for (Width width : WIDTHS) {
            String label = width.label();
            widths.add(new WidthReport(
                    width,
                    values.getOrDefault("loss/discriminator/" + label, Double.NaN),
                    0,
                    values.getOrDefault("critic/real/" + label, Double.NaN),
                    values.getOrDefault("critic/fake/" + label, Double.NaN)));
            for (Width teacher : WIDTHS) {
                Double raw = values.get("distillation/raw/" + label + "-" + teacher.label());
                if (raw != null) {
                    pairs.add(new PairReport(width, teacher, raw, raw));
                }
            }
        }
        return new StepReport(step, widths, pairs, 0.2, 64);
    }
}
