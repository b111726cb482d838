package io.slimgan.metrics.evaluation;

import io.slimgan.base.UserError;
import io.slimgan.metrics.statistics.Moments;
import io.slimgan.metrics.weights.DoubleTensor;
import io.slimgan.metrics.weights.NpzFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Mean and covariance in pytorch-fid's npz format: {@code mu} (d,) and {@code sigma} (d, d), float64, divisor n - 1
 * (pytorch-fid's {@code --save-stats}; method D.3). For any thread.
 */
public final class StatisticsFile {

    private static final String MEAN = "mu";
    private static final String COVARIANCE = "sigma";
    private static final int MOST_NAMED = 3;
    private static final DoubleTensor NONE = new DoubleTensor(new double[0], new long[] {0});

    private StatisticsFile() {}

    /**
     * Reads a file; how many images went in it does not say.
     *
     * @throws UserError if it cannot be read or holds something else
     */
    public static Moments read(Path file) {
        requireStatistics(file);
        Map<String, DoubleTensor> arrays = NpzFile.readDoubles(file);
        DoubleTensor mean = arrays.getOrDefault(MEAN, NONE);
        DoubleTensor covariance = arrays.getOrDefault(COVARIANCE, NONE);
        requireFinite(file, MEAN, mean);
        requireFinite(file, COVARIANCE, covariance);
        long d = mean.values().length;
        if (mean.shape().length != 1 || covariance.values().length != d * d || d == 0) {
            throw new UserError(file + " is damaged: its sigma is not the covariance of its mu's " + d + " features.");
        }
        return new Moments(mean.values(), covariance.values(), 0);
    }

    /** Before anything is read: a network's weights would be some hundred megabytes. */
    private static void requireStatistics(Path file) {
        List<String> names;
        try {
            names = NpzFile.names(file);
        } catch (UserError e) {
            if (!Files.isReadable(file)) {
                throw e;
            }
            throw new UserError(none(file, "it is no npz file, or an incomplete or damaged one"), e);
        }
        if (!names.containsAll(List.of(MEAN, COVARIANCE))) {
            String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
            throw new UserError(none(file, "it holds " + (names.isEmpty() ? "no arrays" : some + more)));
        }
    }

    private static String none(Path file, String why) {
        return file + " is no file of statistics: " + why
                + "; those in pytorch-fid's format hold mu and sigma. Write such by --save-stats.";
    }

    private static void requireFinite(Path file, String name, DoubleTensor tensor) {
        for (double value : tensor.values()) {
            if (!Double.isFinite(value)) {
                throw new UserError(file + " is damaged: its " + name + " holds " + value
                        + " instead of finite numbers only. Use another copy of it.");
            }
        }
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
