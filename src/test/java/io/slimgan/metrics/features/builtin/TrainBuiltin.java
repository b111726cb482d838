package io.slimgan.metrics.features.builtin;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.nn.engine.EngineFacts;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains the embedded feature network: the program behind {@code docs/features/train-builtin.sh}. */
final class TrainBuiltin {

    private static final Logger LOG = LoggerFactory.getLogger(TrainBuiltin.class);
    private static final int BATCH = 64;
    private static final double PEAK_RATE = 0.1;
    private static final double WARM_UP = 0.1; // share of all steps
    private static final double DECAY = 1e-3;
    private static final float SMOOTHING = 0.1f;
    private static final int VALUES = 3 * BuiltinLayers.SIZE * BuiltinLayers.SIZE;

    private final CifarRecords data;
    private final long seed;
    private final int epochs;

    private TrainBuiltin(CifarRecords data, long seed, int epochs) {
        this.data = data;
        this.seed = seed;
        this.epochs = epochs;
    }

    /** Arguments: folder of CIFAR-10's binary files, file to write, seed, epochs, threads. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path file = Path.of(args[1]);
        TrainBuiltin training =
                new TrainBuiltin(CifarRecords.training(folder), Long.parseLong(args[2]), Integer.parseInt(args[3]));
        int threads = Integer.parseInt(args[4]);
        EngineFacts.load();
        EngineFacts.useThreads(threads);
        Map<String, HostTensor> weights = training.run();
        double accuracy;
        try (BuiltinNetwork network = BuiltinNetwork.of(weights)) {
            accuracy = Accuracy.of(network, CifarRecords.test(folder), threads);
        }
        LOG.info("Accuracy on the test images: {} %", String.format(Locale.ROOT, "%.1f", 100 * accuracy));
        Safetensors.write(
                file,
                weights,
                Map.of(
                        "seed",
                        args[2],
                        "epochs",
                        args[3],
                        "training_images",
                        Integer.toString(training.data.count()),
                        "test_accuracy",
                        String.format(Locale.ROOT, "%.4f", accuracy)));
    }

    private Map<String, HostTensor> run() {
        int steps = data.count() / BATCH;
        try (BuiltinTrainer trainer = new BuiltinTrainer(seed)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                long start = System.nanoTime();
                int[] order = order(epoch);
                double loss = 0;
                for (int step = 0; step < steps; step++) {
                    loss += trainer.step(
                            images(order, step, epoch), targets(order, step), rate(epoch * steps + step, steps), DECAY);
                }
                LOG.info(
                        "Epoch {} of {}: mean loss {}, {} s",
                        epoch + 1,
                        epochs,
                        String.format(Locale.ROOT, "%.4f", loss / steps),
                        (System.nanoTime() - start) / 1_000_000_000);
            }
            return trainer.folded();
        }
    }

    /** Linear to its peak, then along a cosine to zero. */
    private double rate(int step, int stepsPerEpoch) {
        double done = (step + 1.0) / (stepsPerEpoch * epochs);
        return done < WARM_UP
                ? PEAK_RATE * done / WARM_UP
                : PEAK_RATE * (1 + Math.cos(Math.PI * (done - WARM_UP) / (1 - WARM_UP))) / 2;
    }

    private int[] order(int epoch) {
        RandomGenerator random = KeyedRandom.stream(seed, Purpose.SHUFFLE, epoch);
        int[] order = new int[data.count()];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }

    private HostTensor images(int[] order, int step, int epoch) {
        float[] values = new float[BATCH * VALUES];
        for (int i = 0; i < BATCH; i++) {
            Augmentation.apply(data.images(), order[step * BATCH + i], seed, epoch, values, i * VALUES);
        }
        return new HostTensor(values, new long[] {BATCH, BuiltinLayers.SIZE, BuiltinLayers.SIZE, 3});
    }

    private HostTensor targets(int[] order, int step) {
        int classes = BuiltinLayers.CLASSES;
        float[] wanted = new float[BATCH * classes];
        for (int i = 0; i < wanted.length; i++) {
            boolean right = data.labels()[order[step * BATCH + i / classes]] == i % classes;
            wanted[i] = SMOOTHING / classes + (right ? 1 - SMOOTHING : 0);
        }
        return new HostTensor(wanted, new long[] {BATCH, classes});
    }
}
