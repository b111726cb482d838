package io.slimgan.metrics.evaluation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.metrics.weights.DoubleTensor;
import io.slimgan.metrics.weights.NpzFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsFileTest {

    @TempDir
    Path folder;

    @Test
    void weightsAreNoStatisticsAndOnlySomeAreNamed() {
        Path file = folder.resolve("weights.npz");
        Map<String, HostTensor> tensors = new TreeMap<>();
        for (int i = 0; i < 40; i++) {
            tensors.put(String.format("layer%02d", i), new HostTensor(new float[] {1}, new long[] {1}));
        }
        NpzFile.write(file, tensors);
        assertThatThrownBy(() -> StatisticsFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("weights.npz is no file of statistics")
                .hasMessageContaining("layer00, layer01, layer02 and 37 more;")
                .hasMessageContaining("mu and sigma")
                .hasMessageNotContaining("layer03");
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        Path file = folder.resolve("stats.npz");
        DoubleTensor mean = new DoubleTensor(new double[] {1, 2}, new long[] {2});
        DoubleTensor covariance = new DoubleTensor(new double[] {1, 0, 0, Double.NaN}, new long[] {2, 2});
        NpzFile.writeDoubles(file, Map.of("mu", mean, "sigma", covariance));
        assertThatThrownBy(() -> StatisticsFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("stats.npz is damaged: its sigma holds NaN");
    }
}
