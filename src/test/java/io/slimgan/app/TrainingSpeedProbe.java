package io.slimgan.app;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.UserFolders;
import io.slimgan.config.Presets;
import io.slimgan.config.RunSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.training.Trainer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Trains in a process that main has prepared. For each line of input it measures some steps of the quick preset and
 * answers with the median time in seconds.
 */
final class TrainingSpeedProbe {

    private static final int STEPS = 9;

    private TrainingSpeedProbe() {}

    public static void main(String[] arguments) throws Exception {
        EngineEnvironment.prepare(UserFolders.ofThisUser());
        RunSettings settings = Presets.first().get(0).settings();
        int batch = settings.training().batchSize();
        int size = settings.data().imageSize();
        float[] noise = KeyedRandom.normal(batch * 3 * size * size, 0, Purpose.BENCHMARK);
        List<LabelledBatch> images =
                List.of(new LabelledBatch(new HostTensor(noise, new long[] {batch, 3, size, size}), new int[batch]));
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Trainer trainer = Trainer.create(settings)) {
            medianStep(trainer, images);
            System.out.println("warm");
            while (orders.readLine() != null) {
                System.out.println(medianStep(trainer, images));
            }
        }
    }

    private static double medianStep(Trainer trainer, List<LabelledBatch> images) {
        double[] seconds = new double[STEPS];
        for (int i = 0; i < STEPS; i++) {
            seconds[i] = trainer.step(images).seconds();
        }
        Arrays.sort(seconds);
        return seconds[STEPS / 2];
    }
}
