package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Large real matrices in double precision, from Java arrays to Java arrays: products and the eigenvalues of symmetric
 * matrices, an order of magnitude faster than the algebra libraries of the Java world. Nothing is recorded for
 * gradients, and native memory is freed before a call returns.
 *
 * <p>Any thread, one at a time; it uses as many cores as the calling thread was given
 * ({@link EngineFacts#useThreads}).
 */
@SuppressWarnings("try") // scopes work by being open, nothing refers to them
public final class DoubleAlgebra implements AutoCloseable {

    private static final int ROWS = 1024; // at once in the engine: 16 MiB at 2,048 columns
    private static final int STRIP = 512; // columns; what lies below the diagonal's strips is not computed twice

    private final NDManager manager = NDManager.newBaseManager();
    private final Staging staging = new Staging();
    private final ScriptModule script;

    private DoubleAlgebra(ScriptModule script) {
        this.script = script;
    }

    /** Loads the engine at first use. */
    public static DoubleAlgebra open() {
        EngineFacts.load();
        try (InputStream source = DoubleAlgebra.class.getResourceAsStream("algebra.py")) {
            if (source == null) {
                throw new IllegalStateException("algebra.py is missing from the program's resources.");
            }
            return new DoubleAlgebra(
                    ScriptModule.compile("Algebra", new String(source.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The sum over rows of (row - centre)(row - centre)'.
     *
     * @param rows (n, d), row-major
     * @param centre (d,)
     * @return (d, d), symmetric to the last bit
     */
    public double[] scatter(float[] rows, double[] centre) {
        int d = centre.length;
        int n = rows.length / d;
        double[] upper;
        try (EngineScope scope = EngineScope.plain();
                NDArray total = manager.zeros(new Shape(d, d), DataType.FLOAT64);
                NDArray mean = staging.copy(manager, centre, 1, d)) {
            for (int from = 0; from < n; from += ROWS) {
                int count = Math.min(ROWS, n - from);
                try (NDArray block = staging.copy(manager, rows, from * d, count, d)) {
                    addScatter(total, block, mean);
                }
            }
            upper = total.toDoubleArray();
        }
        for (int i = 0; i < d; i++) {
            for (int j = i + 1; j < d; j++) {
                upper[j * d + i] = upper[i * d + j];
            }
        }
        return upper;
    }

    private void addScatter(NDArray total, NDArray block, NDArray mean) {
        int d = (int) mean.size();
        try (IValue rows = value(block);
                IValue centre = value(mean);
                NDArray centred = script.callForResult(manager, "centred", rows, centre);
                IValue x = value(centred);
                IValue sum = value(total)) {
            for (int from = 0; from < d; from += STRIP) {
                try (IValue begin = IValue.from(from);
                        IValue width = IValue.from(Math.min(STRIP, d - from))) {
                    script.callInPlace("add_scatter", sum, x, begin, width);
                }
            }
        }
    }

    /**
     * A factor F of a symmetric positive semi-definite S = FF': Cholesky's where S is definite, which takes a tenth of
     * the time, and otherwise from its eigenvectors; eigenvalues below zero, which rounding makes of zeros, count as
     * zero.
     *
     * @param symmetric (n, n), finite, of which the lower triangle is read
     * @return (n, n), row-major
     */
    public double[] factor(double[] symmetric, int n) {
        try (EngineScope scope = EngineScope.plain();
                NDArray matrix = staging.copy(manager, symmetric, n, n);
                IValue s = value(matrix);
                NDArray factor = script.callForResult(manager, "factor", s)) {
            return contiguous(factor);
        }
    }

    /**
     * The eigenvalues of F'SF, ascending, which are those of SFF'.
     *
     * @param factor F, (n, n)
     * @param symmetric S, (n, n), symmetric and finite
     */
    public double[] eigenvalues(double[] factor, double[] symmetric, int n) {
        try (EngineScope scope = EngineScope.plain();
                NDArray left = staging.copy(manager, factor, n, n);
                NDArray matrix = staging.copy(manager, symmetric, n, n);
                IValue f = value(left);
                IValue s = value(matrix);
                NDArray eigenvalues = script.callForResult(manager, "eigenvalues", f, s)) {
            return eigenvalues.toDoubleArray();
        }
    }

    /**
     * The scalar products of rows of one matrix with rows of another, summed in double.
     *
     * @param a (any, columns), of which rows {@code fromA} to {@code fromA + countA} are taken
     * @param b likewise
     * @return (countA, countB), row-major
     */
    public double[] products(float[] a, int fromA, int countA, float[] b, int fromB, int countB, int columns) {
        try (EngineScope scope = EngineScope.plain();
                NDArray left = staging.copy(manager, a, fromA * columns, countA, columns);
                NDArray right = staging.copy(manager, b, fromB * columns, countB, columns);
                IValue x = value(left);
                IValue y = value(right);
                NDArray products = script.callForResult(manager, "products", x, y)) {
            return products.toDoubleArray();
        }
    }

    /** In row-major order, whatever order the engine computed it in. */
    private static double[] contiguous(NDArray matrix) {
        try (NDArray copy = matrix.duplicate()) {
            return copy.toDoubleArray();
        }
    }

    private static IValue value(NDArray array) {
        return IValue.from((PtNDArray) array);
    }

    @Override
    public void close() {
        script.close();
        manager.close();
    }
}
