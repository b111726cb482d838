package io.slimgan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.config.TrainingSettings.OptimizerSettings;
import io.slimgan.nn.Initial;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.engine.EngineOps;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdamTest {

    /** Against the formula (Kingma and Ba 2015, algorithm 1; epsilon where PyTorch has it) in double precision. */
    @ParameterizedTest
    @CsvSource({"2e-4, 0.5, 0.999, 1e-8", "1e-3, 0.0, 0.9, 1e-6", "0.1, 0.9, 0.99, 1e-3"})
    void followsTheFormula(double rate, double beta1, double beta2, double epsilon) {
        OptimizerSettings settings = new OptimizerSettings(rate, beta1, beta2, epsilon);
        ParameterSpec spec = new ParameterSpec("p", new long[] {4}, new Initial.Constant(1), true);
        Random random = new Random(8);
        double[] p = {1, 1, 1, 1};
        double[] m = new double[4];
        double[] v = new double[4];
        try (EngineOps ops = EngineOps.create();
                NDManager manager = NDManager.newBaseManager();
                TrainedNetwork network = new TrainedNetwork(ops, manager, List.of(spec), 0)) {
            for (int t = 1; t <= 20; t++) {
                float[] g = new float[4];
                for (int i = 0; i < 4; i++) {
                    g[i] = (float) (random.nextGaussian() * Math.pow(10, -i));
                    m[i] = beta1 * m[i] + (1 - beta1) * g[i];
                    v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                    p[i] -= rate
                            * (m[i] / (1 - Math.pow(beta1, t)))
                            / (Math.sqrt(v[i] / (1 - Math.pow(beta2, t))) + epsilon);
                }
                network.clearGradients();
                NDArray gradient = ops.fromHost(manager, new HostTensor(g, new long[] {4}));
                network.addGradients(List.of("p"), List.of(gradient));
                network.update(settings);
            }
            float[] found = network.store().get("p").toFloatArray();
            for (int i = 0; i < 4; i++) {
                assertThat((double) found[i]).isCloseTo(p[i], within(20 * rate * 1e-4 + 1e-6));
            }
        }
    }
}
