package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.models.GeneratorSampler;
import io.slimgan.nn.engine.EngineFacts;
import io.slimgan.training.Trainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Times whole training steps and the generator of one network, the way the PyTorch reference's {@code bench.py} does, so
 * that the two can be compared in turn on one machine. Runs on the calling thread.
 */
public final class Benchmark {

    private static final int WARM_UP_STEPS = 2;
    private static final int DRAWS = 12;
    private static final int WARM_UP_DRAWS = 2;
    private static final int IMAGES = 16;

    private Benchmark() {}

    /**
     * What was measured.
     *
     * @param engine such as "PyTorch 2.7.1"
     * @param stepSeconds median of the training steps
     * @param stepMinSeconds fastest of the training steps
     * @param sixteenImagesMillis by width: median of drawing 16 images, evaluation mode
     */
    public record Result(
            String engine, double stepSeconds, double stepMinSeconds, Map<Width, Double> sixteenImagesMillis) {}

    /** Trains {@code steps} steps on noise after two that are not counted, then draws. */
    public static Result run(RunSettings settings, int steps) {
        try (Trainer trainer = Trainer.create(settings)) {
            double[] seconds = new double[steps];
            for (int i = 0; i < WARM_UP_STEPS + steps; i++) {
                List<LabelledBatch> batches = batches(settings, i);
                long began = System.nanoTime();
                trainer.step(batches);
                if (i >= WARM_UP_STEPS) {
                    seconds[i - WARM_UP_STEPS] = (System.nanoTime() - began) / 1e9;
                }
            }
            return new Result(
                    EngineFacts.load().engine(),
                    median(seconds),
                    Arrays.stream(seconds).min().orElseThrow(),
                    draw(settings, trainer.generatorWeights()));
        }
    }

    private static List<LabelledBatch> batches(RunSettings settings, int step) {
        int batch = settings.training().batchSize();
        int size = settings.data().imageSize();
        int channels = settings.data().channels();
        List<LabelledBatch> batches = new ArrayList<>();
        for (int k = 0; k < settings.training().discriminatorSteps(); k++) {
            float[] values =
                    KeyedRandom.normal(batch * channels * size * size, settings.seed(), Purpose.BENCHMARK, step, k);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.tanh(values[i]);
            }
            batches.add(new LabelledBatch(
                    new HostTensor(values, new long[] {batch, channels, size, size}),
                    KeyedRandom.uniform(
                            batch,
                            Math.max(1, settings.model().classes()),
                            settings.seed(),
                            Purpose.BENCHMARK,
                            step,
                            k,
                            1)));
        }
        return batches;
    }

    private static Map<Width, Double> draw(RunSettings settings, Map<String, HostTensor> weights) {
        Map<Width, Double> millis = new LinkedHashMap<>();
        int latentSize = settings.model().latentSize();
        int threads = Math.max(1, settings.engine().threads());
        try (GeneratorSampler sampler =
                GeneratorSampler.create(settings.model(), settings.data().format(), weights, threads)) {
            for (Width width : settings.model().widthList()) {
                double[] times = new double[DRAWS];
                for (int i = 0; i < DRAWS; i++) {
                    LatentBatch latents = LatentBatch.ofSeeds(
                            latentSize,
                            settings.model().classes(),
                            LongStream.range(i, i + IMAGES).boxed().toList());
                    long began = System.nanoTime();
                    sampler.generate(width, latents);
                    times[i] = (System.nanoTime() - began) / 1e6;
                }
                millis.put(width, median(Arrays.copyOfRange(times, WARM_UP_DRAWS, DRAWS)));
            }
        }
        return millis;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
