package io.slimgan.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.pytorch.jni.JniUtils;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matrices in double precision, against sums in plain Java. */
class DoubleAlgebraTest {

    private final DoubleAlgebra algebra = DoubleAlgebra.open();

    @AfterEach
    void close() {
        algebra.close();
    }

    @ParameterizedTest
    @CsvSource({"30,12", "8,12", "1,12"}) // of full and of deficient rank
    void aFactorTimesItselfIsTheMatrix(int rows, int n) {
        double[] matrix = algebra.scatter(normal(rows * n, 1), new double[n]);
        double[] factor = algebra.factor(matrix, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += factor[i * n + k] * factor[j * n + k];
                }
                assertThat(sum).isCloseTo(matrix[i * n + j], within(1e-10));
            }
        }
    }

    @Test
    void anIndefiniteMatrixLosesWhatIsBelowZero() {
        double[] factor = algebra.factor(new double[] {0, 2, 2, 0}, 2); // eigenvalues 2 and -2
        double[] squared = new double[4];
        for (int i = 0; i < 4; i++) {
            squared[i] = factor[i / 2 * 2] * factor[i % 2 * 2] + factor[i / 2 * 2 + 1] * factor[i % 2 * 2 + 1];
        }
        assertThat(squared).containsExactly(new double[] {1, 1, 1, 1}, within(1e-12));
    }

    @Test
    void eigenvaluesAreThoseOfTheProduct() {
        double[] diagonal = {4, 0, 0, 9};
        double[] factor = algebra.factor(new double[] {25, 0, 0, 1}, 2);
        assertThat(algebra.eigenvalues(factor, diagonal, 2)).containsExactly(new double[] {9, 100}, within(1e-12));
    }

    @Test
    void productsOfChosenRows() {
        float[] a = normal(5 * 3, 2);
        float[] b = normal(4 * 3, 3);
        double[] products = algebra.products(a, 1, 3, b, 2, 2, 3);
        assertThat(products).hasSize(6);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 2; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += (double) a[(1 + i) * 3 + k] * b[(2 + j) * 3 + k];
                }
                assertThat(products[i * 2 + j]).isCloseTo(sum, within(1e-14));
            }
        }
    }

    @Test
    void theThreadRecordsAsBefore() {
        JniUtils.setGradMode(true);
        algebra.factor(new double[] {1}, 1);
        assertThat(JniUtils.isGradMode()).isTrue();
    }

    private static float[] normal(int count, long seed) {
        Random random = new Random(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
