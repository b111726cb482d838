package io.slimgan.config;

/**
 * A run of the paper's tables that can be started from, in the paper's size or in one for a CPU.
 *
 * @param name of its file in {@code sample-configs/paper}, without the ending
 * @param group the cells that belong together, such as "Table 1: SNDCGAN on CIFAR-10"
 * @param row which of them, such as "slimmable"
 */
public record TablePreset(String name, String group, String row) {

    /** The sizes that each is there in. */
    public enum Size {
        /** As large as in the paper. */
        PAPER,
        /** So small that it trains on a CPU. */
        CPU
    }

    /** Where the file of this size lies below {@code sample-configs}, without the ending. */
    public String file(Size size) {
        return size == Size.PAPER ? "paper/" + name : "cpu/" + name + "-cpu";
    }
}
