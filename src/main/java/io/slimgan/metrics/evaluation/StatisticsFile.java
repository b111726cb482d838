package io.slimgan.metrics.evaluation;

import io.slimgan.base.UserError;
import io.slimgan.metrics.statistics.Moments;
import io.slimgan.metrics.weights.DoubleTensor;
import io.slimgan.metrics.weights.NpzFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mean and covariance in pytorch-fid's npz format: {@code mu} (d,) and {@code sigma} (d, d), float64, divisor n - 1
 * (pytorch-fid's {@code --save-stats}; method D.3). For any thread.
 */
public final class StatisticsFile {

    private static final String MEAN = "mu";
    private static final String COVARIANCE = "sigma";

    private StatisticsFile() {}

    /**
     * Reads a file; how many images went in it does not say.
     *
     * @throws UserError if it cannot be read or holds something else
     */
    public static Moments read(Path file) {
        Map<String, DoubleTensor> arrays = NpzFile.readDoubles(file);
        DoubleTensor mean = arrays.get(MEAN);
        DoubleTensor covariance = arrays.get(COVARIANCE);
        if (mean == null || covariance == null) {
            throw new UserError(file + " holds " + arrays.keySet()
                    + "; statistics in pytorch-fid's format are mu and sigma. Write such by --save-stats.");
        }
        long d = mean.values().length;
        if (mean.shape().length != 1 || covariance.values().length != d * d || d == 0) {
            throw new UserError(file + " is damaged: its sigma is not the covariance of its mu's " + d + " features.");
        }
        return new Moments(mean.values(), covariance.values(), 0);
    }

    /**
     * Writes or replaces a file in one step.
     *
     * @throws UserError if the disk does not take it
     */
    public static void write(Path file, Moments moments) {
        long d = moments.dimensions();
        Map<String, DoubleTensor> arrays = new LinkedHashMap<>();
        arrays.put(MEAN, new DoubleTensor(moments.mean(), new long[] {d}));
        arrays.put(COVARIANCE, new DoubleTensor(moments.covariance(), new long[] {d, d}));
        NpzFile.writeDoubles(file, arrays);
    }
}
