package io.slimgan.runs.evaluations;

import io.slimgan.base.Width;
import java.util.List;

/**
 * What lies behind a mean inception consistency (method D.5); of the first seed where several were measured. Immutable.
 *
 * @param widths N of them, ascending
 * @param matrix (N, N), symmetric, zero on the diagonal: the inception consistency of each pair of widths
 * @param mean over the pairs, mIC
 * @param low lower end of the mean's 95 % bootstrap interval over the latents
 * @param high its upper end
 * @param most the latents whose images agree most between the widths, the best first
 * @param least the latents whose images agree least, the worst first
 */
public record Consistency(
        List<Width> widths,
        List<List<Double>> matrix,
        double mean,
        double low,
        double high,
        List<Latent> most,
        List<Latent> least) {

    /** How many latents are named at either end. */
    public static final int NAMED = 16;

    /**
     * One latent.
     *
     * @param columnSeed draws this latent again as a grid's column, such as by a preview or {@code sample --seed}
     * @param value the mean over the pairs of widths of the squared distance of its features
     */
    public record Latent(long columnSeed, double value) {}

    public Consistency {
        widths = List.copyOf(widths);
        matrix = matrix.stream().map(List::copyOf).toList();
        most = List.copyOf(most);
        least = List.copyOf(least);
    }
}
