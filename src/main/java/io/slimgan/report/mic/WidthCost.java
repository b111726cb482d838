package io.slimgan.report.mic;

import io.slimgan.base.Width;
import java.util.Optional;

/**
 * What one width of a generator costs.
 *
 * @param parameters those that are active at this width
 * @param macs multiply-accumulates per image, method A.9's "arith" convention
 * @param time how long drawing takes; empty if it was not measured
 */
public record WidthCost(Width width, long parameters, long macs, Optional<DrawingTime> time) {

    /**
     * A measured time, of the machine and moment that it was measured on: kept with the checkpoint, so that a second
     * report says the same.
     *
     * @param millis median of drawing {@code images} images at once, milliseconds
     * @param low its first quartile
     * @param high its third quartile
     * @param images how many
     * @param threads CPU threads
     */
    public record DrawingTime(double millis, double low, double high, int images, int threads) {}
}
