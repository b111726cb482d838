package io.slimgan.data.gallery;

import java.util.List;

/**
 * What a look at every image of a set found.
 *
 * @param checked images that could be decoded
 * @param grey whether red, green and blue are equal in every pixel
 * @param mean of the levels 0 to 255 of red, green and blue over all pixels of all images
 * @param deviation the levels' standard deviation, divisor n
 * @param duplicates groups of two or more images of the same content, in the set's order
 * @param broken files that could not be decoded, in the set's order
 */
public record Findings(
        int checked,
        boolean grey,
        List<Double> mean,
        List<Double> deviation,
        List<List<Integer>> duplicates,
        List<Broken> broken) {

    /**
     * A file that could not be decoded.
     *
     * @param index its place in the set
     * @param reason half a sentence
     */
    public record Broken(int index, String reason) {}

    public Findings {
        mean = List.copyOf(mean);
        deviation = List.copyOf(deviation);
        duplicates = duplicates.stream().map(List::copyOf).toList();
        broken = List.copyOf(broken);
    }
}
