package io.slimgan.session;

import java.util.List;

/**
 * What a look at every image of a set found.
 *
 * @param checked images that could be decoded
 * @param channels one entry per channel; a single one of a set whose images are all grey
 * @param duplicates groups of two or more images of the same content, in the set's order
 * @param broken files that could not be decoded, in the set's order
 */
public record DatasetFindings(
        int checked, List<Channel> channels, List<List<Integer>> duplicates, List<BrokenFile> broken) {

    /**
     * A channel's levels over all pixels of all images.
     *
     * @param name such as "Red"
     * @param mean in 0 to 255
     * @param deviation standard deviation, divisor n
     */
    public record Channel(String name, double mean, double deviation) {}

    /**
     * A file that could not be decoded.
     *
     * @param index its place in the set
     * @param reason half a sentence
     */
    public record BrokenFile(int index, String reason) {}

    public DatasetFindings {
        channels = List.copyOf(channels);
        duplicates = duplicates.stream().map(List::copyOf).toList();
        broken = List.copyOf(broken);
    }
}
