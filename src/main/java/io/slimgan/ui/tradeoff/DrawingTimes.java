package io.slimgan.ui.tradeoff;

import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.image.PreviewClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long one image takes at each width on this machine: the shortest of a dozen drawings of a batch, since the first ones
 * warm up, and whatever else runs can only make one longer. Measured once per run and page. FX thread.
 */
final class DrawingTimes {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingTimes.class);
    private static final int BATCH = 16;
    private static final int DRAWINGS = 12;

    private final Map<Width, Double> millis = new HashMap<>();
    private final Runnable onKnown;
    private Optional<PreviewClient> client = Optional.empty();
    private int left;

    /** @param onKnown called when there are times to show */
    DrawingTimes(Runnable onKnown) {
        this.onKnown = onKnown;
    }

    /** Times by width; empty until they are known. */
    Map<Width, Double> millis() {
        return left == 0 ? Map.copyOf(millis) : Map.of();
    }

    /** Whether they were asked for. */
    boolean isOpen() {
        return client.isPresent();
    }

    /** Draws with the run's newest weights. */
    void open(OpenRun run) {
        close();
        left = DRAWINGS;
        PreviewClient made = new PreviewClient(run.room().preview(run.folder()), answered -> take(run, answered));
        client = Optional.of(made);
        ask(run);
    }

    void close() {
        client.ifPresent(PreviewClient::close);
        client = Optional.empty();
        millis.clear();
        left = 0;
    }

    private void ask(OpenRun run) {
        List<Long> seeds = LongStream.range(0, BATCH).boxed().toList();
        List<Width> widths = run.settings().model().widthList().widths();
        client.ifPresent(c -> c.ask(new PreviewRequest(PreviewRequest.Source.NEWEST, widths, seeds)));
    }

    private void take(OpenRun run, PreviewClient.Answered answered) {
        if (answered.answer() instanceof PreviewAnswer.Images images) {
            left--;
            images.rows().forEach(row -> millis.merge(row.width(), row.millisPerImage(), Math::min));
            if (left > 0) {
                ask(run);
            } else {
                onKnown.run();
            }
        } else if (answered.answer() instanceof PreviewAnswer.Failure failure) {
            LOG.debug("Drawing is not timed: {}", failure.problem().sentence());
        }
    }
}
