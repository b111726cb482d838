package io.slimgan.session;

import io.slimgan.base.WidthList;
import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.PairReport;
import io.slimgan.training.StepReport.WidthReport;
import java.util.List;

/** Step reports of two widths. */
final class Reports {

    private static final WidthList WIDTHS = WidthList.of(0.25, 1);

    private Reports() {}

    /** Each width has discriminator loss {@code loss}, generator loss -loss, D(x) = critic, D(G(z)) = -critic. */
    static StepReport of(long step, double loss, double critic, double seconds) {
        List<WidthReport> widths = List.of(
                new WidthReport(WIDTHS.get(0), loss, -loss, critic, -critic),
                new WidthReport(WIDTHS.get(1), loss, -loss, critic, -critic));
        List<PairReport> pairs =
                List.of(new PairReport(WIDTHS.get(0), WIDTHS.get(1), Math.abs(loss), 20 * Math.abs(loss)));
        return new StepReport(step, widths, pairs, seconds, 64);
    }
}
