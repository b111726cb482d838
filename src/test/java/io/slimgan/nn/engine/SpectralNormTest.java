package io.slimgan.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.nn.Initial;
import io.slimgan.nn.ParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Method A.3, on a matrix whose singular values are known. */
class SpectralNormTest {

    private static final double[] SINGULAR_VALUES = {5, 2, 0.5};

    private final EngineOps ops = EngineOps.create();
    private final NDManager manager = NDManager.newBaseManager();
    private final ParameterStore store = ParameterStore.create(
            ops,
            manager,
            List.of(
                    new ParameterSpec("a.weight", new long[] {3, 2, 2, 1}, new Initial.Constant(0), true),
                    new ParameterSpec("a.sn_u", new long[] {1, 3}, new Initial.UnitVector(), false)),
            1);
    private final SpectralNorm norm = new SpectralNorm(ops, manager, store, List.of("a"));

    @AfterEach
    void close() {
        norm.close();
        store.close();
        manager.close();
        ops.close();
    }

    private float[] set(float[] matrix) {
        NDArray values = ops.fromHost(manager, new HostTensor(matrix, new long[] {3, 2, 2, 1}));
        ops.assign(List.of(store.get("a.weight")), List.of(values));
        return matrix;
    }

    /** U diag(5, 2, 0.5) V^T with random rotations. */
    private float[] known(long seed) {
        double[][] u = orthogonal(3, seed);
        double[][] v = orthogonal(4, seed + 1);
        float[] matrix = new float[12];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                for (int k = 0; k < 3; k++) {
                    matrix[r * 4 + c] += (float) (u[k][r] * SINGULAR_VALUES[k] * v[k][c]);
                }
            }
        }
        return set(matrix);
    }

    private static double[][] orthogonal(int n, long seed) {
        Random random = new Random(seed);
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < n; c++) {
                rows[i][c] = random.nextGaussian();
            }
            for (int j = 0; j < i; j++) {
                double dot = dot(rows[i], rows[j]);
                for (int c = 0; c < n; c++) {
                    rows[i][c] -= dot * rows[j][c];
                }
            }
            double length = Math.sqrt(dot(rows[i], rows[i]));
            for (int c = 0; c < n; c++) {
                rows[i][c] /= length;
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void sigmaConvergesToTheLargestSingularValue() {
        float[] matrix = known(3);
        norm.iterate(List.of("a"), 50);
        float[] normalised = norm.normalised("a").toFloatArray();
        for (int i = 0; i < matrix.length; i++) {
            assertThat(normalised[i]).isCloseTo(matrix[i] / 5, within(1e-6f));
        }
    }

    @Test
    void oneRoundIsOnePowerIteration() {
        float[] matrix = known(4);
        float[] u = store.get("a.sn_u").toFloatArray();
        norm.iterate(List.of("a"), 1);
        double[] v = new double[4];
        for (int c = 0; c < 4; c++) {
            for (int r = 0; r < 3; r++) {
                v[c] += matrix[r * 4 + c] * u[r];
            }
        }
        double length = Math.sqrt(dot(v, v));
        double[] expected = new double[3];
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 4; c++) {
                expected[r] += matrix[r * 4 + c] * v[c] / length;
            }
        }
        double sigma = Math.sqrt(dot(expected, expected)); // u' W v with u' = W v / |W v|
        float[] found = store.get("a.sn_u").toFloatArray();
        for (int r = 0; r < 3; r++) {
            assertThat((double) found[r]).isCloseTo(expected[r] / sigma, within(1e-5));
        }
        assertThat((double) norm.normalised("a").toFloatArray()[5]).isCloseTo(matrix[5] / sigma, within(1e-5));
    }

    @Test
    void gradientsOfRawWeightsAreFiniteDifferences() {
        float[] matrix = known(5);
        norm.iterate(List.of("a"), 100); // u at its fixed point, so that sigma is differentiable through u and v
        Random random = new Random(6);
        float[] outer = new float[12];
        for (int i = 0; i < outer.length; i++) {
            outer[i] = (float) random.nextGaussian();
        }
        NDArray gradient = ops.fromHost(manager, new HostTensor(outer.clone(), new long[] {3, 2, 2, 1}));
        norm.toRaw(Map.of("a", gradient));
        float[] found = gradient.toFloatArray();
        for (int i = 0; i < matrix.length; i++) {
            double slope = (along(matrix, i, 1e-2f, outer) - along(matrix, i, -1e-2f, outer)) / 2e-2;
            assertThat((double) found[i]).isCloseTo(slope, within(2e-3));
        }
    }

    /** The sum of outer * W / sigma(W) with entry {@code i} moved. */
    private double along(float[] matrix, int i, float by, float[] outer) {
        float[] moved = matrix.clone();
        moved[i] += by;
        set(moved);
        norm.iterate(List.of("a"), 100);
        float[] normalised = norm.normalised("a").toFloatArray();
        double sum = 0;
        for (int k = 0; k < normalised.length; k++) {
            sum += (double) normalised[k] * outer[k];
        }
        return sum;
    }
}
