package io.slimgan.metrics.features;

import com.sun.management.OperatingSystemMXBean;
import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.weights.WeightFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What docs/performance/features.sh times: resizing and features of random 32-pixel images, after one warm-up pass. */
final class FeatureSpeed {

    private FeatureSpeed() {}

    /** Weights file, tap, images, threads; prints wall and processor seconds. */
    public static void main(String[] arguments) {
        int tap = Integer.parseInt(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        int threads = Integer.parseInt(arguments[3]);
        byte[] pixels = new byte[count * 3072];
        new Random(1).nextBytes(pixels);
        RgbImages images = new RgbImages(count, 32, 32, pixels);
        Map<String, HostTensor> weights = WeightFile.read(Path.of(arguments[0]));
        for (Map.Entry<String, HostTensor> missing : Shared.missingWeights().entrySet()) {
            weights.putIfAbsent(missing.getKey(), missing.getValue());
        }
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (InceptionNetwork network = InceptionNetwork.of(arguments[0], weights)) {
            network.extract(images, Preprocessing.TENSORFLOW, Set.of(tap), threads);
            long cpu = system.getProcessCpuTime();
            long wall = System.nanoTime();
            network.extract(images, Preprocessing.TENSORFLOW, Set.of(tap), threads);
            wall = System.nanoTime() - wall;
            cpu = system.getProcessCpuTime() - cpu;
            System.out.printf(Locale.ROOT, "{\"wall\": %.3f, \"cpu\": %.3f}%n", wall / 1e9, cpu / 1e9);
        }
    }
}
