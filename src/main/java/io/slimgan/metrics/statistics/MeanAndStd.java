package io.slimgan.metrics.statistics;

/**
 * A figure that was taken several times: splits, subsets, images or seeds.
 *
 * @param mean their mean
 * @param std their population standard deviation (divisor n), as the reference tools report it
 */
public record MeanAndStd(double mean, double std) {

    /** Of at least one value; two passes. */
    public static MeanAndStd of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("There is no mean of no values.");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new MeanAndStd(mean, Math.sqrt(squares / values.length));
    }
}
