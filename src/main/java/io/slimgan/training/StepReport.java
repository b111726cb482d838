package io.slimgan.training;

import io.slimgan.base.Width;
import java.util.List;

/**
 * What one training step measured.
 *
 * @param step the number of the step, 1 for the first
 * @param widths per judged width, narrowest first
 * @param pairs per distillation pair, narrowest student first; empty without distillation
 * @param seconds wall time of the step
 * @param images real images that the discriminators saw
 */
public record StepReport(long step, List<WidthReport> widths, List<PairReport> pairs, double seconds, int images) {

    public StepReport {
        widths = List.copyOf(widths);
        pairs = List.copyOf(pairs);
    }

    /**
     * One width's game.
     *
     * @param lossD discriminator loss, mean over the K updates
     * @param lossG generator loss
     * @param real mean D(x), over the K updates
     * @param fake mean D(G(z)), over the K updates
     */
    public record WidthReport(Width width, double lossD, double lossG, double real, double fake) {}

    /**
     * One distillation pair.
     *
     * @param raw mean squared pixel error of the student against its teacher
     * @param weighted its share of the loss: lambda / (N - 1) times raw
     */
    public record PairReport(Width student, Width teacher, double raw, double weighted) {}
}
