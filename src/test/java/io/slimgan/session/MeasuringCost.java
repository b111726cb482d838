package io.slimgan.session;

import io.slimgan.config.EvaluationSettings;
import io.slimgan.config.Presets;
import io.slimgan.config.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much measuring slows training, in one run and in turn: steps beside a measurement against steps between two. Named
 * so that the suite leaves it out: {@code mvn test -Dtest=MeasuringCost}, with {@code -Dcost.share} and {@code
 * -Dcost.seconds}.
 */
class MeasuringCost {

    private static final double SHARE = Double.parseDouble(System.getProperty("cost.share", "0.1"));
    private static final double SECONDS = Double.parseDouble(System.getProperty("cost.seconds", "240"));

    @TempDir
    Path workspace;

    private static RunSettings settings() {
        RunSettings quick = TinyRuns.withSteps(Presets.first().get(0).settings(), 1_000_000);
        EvaluationSettings e = Presets.first().get(0).settings().evaluation();
        return quick.with(new EvaluationSettings(
                Integer.getInteger("cost.every", 120),
                Integer.getInteger("cost.samples", 300),
                e.metrics(),
                "",
                0,
                e.preprocessing(),
                e.quantisation(),
                SHARE));
    }

    @Test
    void measure() {
        List<Double> beside = new ArrayList<>();
        List<Double> between = new ArrayList<>();
        int turns = 0;
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = room.start(workspace, "run", settings());
            Waiting.untilStep(session, 20);
            long end = System.nanoTime() + (long) (SECONDS * 1e9);
            long step = session.status().step();
            long since = System.nanoTime();
            boolean before = false;
            while (System.nanoTime() < end) {
                SessionStatus status = session.status();
                if (status.step() != step) {
                    long now = System.nanoTime();
                    boolean measuring = !status.measuring().isEmpty();
                    turns += measuring != before ? 1 : 0;
                    // A step with a checkpoint or a grid, or at an edge, is nobody's.
                    boolean plain = status.step() == step + 1 && status.step() % 5 != 1 && measuring == before;
                    if (plain) {
                        (measuring ? beside : between).add((now - since) / 1e6);
                    }
                    before = measuring;
                    step = status.step();
                    since = now;
                }
                Waiting.pause(1);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "share %.2f: %d steps beside %.1f ms (median %.1f), %d steps between %.1f ms (median %.1f), %d turns%n",
                SHARE,
                beside.size(),
                mean(beside),
                median(beside),
                between.size(),
                mean(between),
                median(between),
                turns);
        System.out.printf(
                Locale.ROOT,
                "slowed by %.1f %% (mean), %.1f %% (median)%n",
                100 * (mean(beside) / mean(between) - 1),
                100 * (median(beside) / median(between) - 1));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }
}
