package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.base.Width;
import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.DataSettings;
import io.slimgan.config.Defaults;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.EngineSettings;
import io.slimgan.config.LoggingSettings;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures what the width slider costs: how long an answer takes while training runs and while it rests, and how much a
 * view that only follows training slows it down. Prints figures, so it is no part of the test run; by hand, with nothing
 * else going on: {@code mvn test -Dtest=PreviewLatency}, with {@code -Dnf=512} for another size.
 */
class PreviewLatency {

    private static final int CHANNELS = Integer.getInteger("nf", 64);
    private static final int REQUESTS = Integer.getInteger("requests", 200);
    private static final int STEPS = Integer.getInteger("steps", 60);

    @TempDir
    Path workspace;

    private static RunSettings settings() {
        RunSettings base = TinyRuns.withSteps(Defaults.settings(), 1_000_000);
        return new RunSettings(
                base.schema(),
                base.seed(),
                new DataSettings(DataSettings.Dataset.SHAPES, "", 32),
                new ModelSettings(
                        ModelSettings.Backbone.SNDCGAN,
                        128,
                        CHANNELS,
                        CHANNELS,
                        List.of(0.25, 0.5, 0.75, 1.0),
                        1,
                        false),
                new DiscriminatorSettings(
                        DiscriminatorSettings.Kind.SHARED,
                        4,
                        DiscriminatorSettings.JudgedWidths.ALL,
                        DiscriminatorSettings.SpectralNormPolicy.PER_STEP),
                base.training(),
                new LoggingSettings(10, 100_000, 10),
                new CheckpointSettings(1_000_000, 1000, 3),
                new EngineSettings(EngineSettings.DeviceChoice.CPU, 2));
    }

    @Test
    void measure() {
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = room.start(workspace, "run", settings());
            Preview preview = room.preview(session.folder());
            Waiting.until("warm", () -> session.status().step() >= 20);
            drag(preview, 1, 20);
            for (int round = 0; round < 3; round++) {
                double alone = secondsPerStep(session, null);
                double followed = secondsPerStep(session, preview);
                print(
                        "round %d: step %.1f ms alone, %.1f ms with a view that follows: %+.1f %%",
                        round, 1e3 * alone, 1e3 * followed, 100 * (followed / alone - 1));
            }
            print("training, 1 image:   %s", summary(drag(preview, 1, REQUESTS)));
            print("training, 16 images: %s", summary(drag(preview, 16, REQUESTS)));
            session.pause();
            Waiting.until("paused", () -> session.status().state() == RunState.PAUSED);
            print("paused, 1 image:     %s", summary(drag(preview, 1, REQUESTS)));
            print("paused, 16 images:   %s", summary(drag(preview, 16, REQUESTS)));
        }
    }

    /** Drags the slider: one request after the other, as fast as a mouse moves. */
    private static double[] drag(Preview preview, int images, int requests) {
        List<Width> widths = settings().model().widthList().widths();
        List<Long> seeds = LongStream.range(0, images).boxed().toList();
        double[] millis = new double[requests];
        for (int i = 0; i < requests; i++) {
            long start = System.nanoTime();
            CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
            preview.request(
                    new PreviewRequest(PreviewRequest.Source.NEWEST, List.of(widths.get(i % widths.size())), seeds),
                    answer::complete);
            if (answer.join() instanceof PreviewAnswer.Failure failure) {
                throw new AssertionError(failure.problem().details());
            }
            millis[i] = (System.nanoTime() - start) / 1e6;
            Waiting.pause(16);
        }
        return millis;
    }

    /** Mean time of a step; with a view, one that asks again whenever there are newer weights, as at rest. */
    private static double secondsPerStep(TrainingSession session, @Nullable Preview preview) {
        List<Width> widest = List.of(settings().model().widthList().widest());
        PreviewRequest request = new PreviewRequest(
                PreviewRequest.Source.NEWEST,
                widest,
                LongStream.range(0, 16).boxed().toList());
        long first = session.status().step();
        long start = System.nanoTime();
        long seen = -1;
        while (session.status().step() < first + STEPS) {
            if (preview != null && preview.newestStep() != seen) {
                seen = preview.newestStep();
                preview.request(request, answer -> {});
            }
            Waiting.pause(20);
        }
        return (System.nanoTime() - start) / 1e9 / (session.status().step() - first);
    }

    private static String summary(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        List<String> parts = new ArrayList<>();
        for (double share : new double[] {0.5, 0.95, 0.99}) {
            parts.add(String.format(
                    Locale.ROOT, "%.0f %%: %.1f ms", 100 * share, sorted[(int) (share * (sorted.length - 1))]));
        }
        return String.join(", ", parts);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
