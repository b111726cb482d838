package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.runs.events.EventBatch;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest losses of each width, and what was measured, out of the run's own log, as any other reader would see them. For one thread. */
final class Losses implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);
    private static final String DISCRIMINATOR = "loss/discriminator/";
    private static final String GENERATOR = "loss/generator/";

    /** The newest losses of one width, by its label. */
    record OfWidth(String width, double discriminator, double generator) {}

    private final EventFollower follower;
    private final Map<String, Double> newest = new HashMap<>();
    private final WidthNames names;
    private final MeasuredLines measured;

    Losses(Path runFolder) {
        this.follower = EventFollower.open(runFolder);
        this.names = WidthNames.of(runFolder);
        this.measured = new MeasuredLines(System.currentTimeMillis() / 1e3, names);
    }

    /** The losses by width, narrowest first; empty before the first point. Progress never fails because of its log. */
    List<OfWidth> newest() {
        try {
            EventBatch batch = follower.poll();
            measured.take(batch.points());
            for (ScalarPoint point : batch.points()) {
                if (point.tag().startsWith(DISCRIMINATOR) || point.tag().startsWith(GENERATOR)) {
                    newest.put(point.tag(), point.value());
                }
            }
        } catch (UserError e) {
            LOG.debug("No losses to show", e);
        }
        return newest.keySet().stream()
                .filter(tag -> tag.startsWith(GENERATOR))
                .map(tag -> tag.substring(GENERATOR.length()))
                .sorted(Comparator.comparingDouble(Double::parseDouble))
                .map(width -> new OfWidth(
                        names.of(width),
                        newest.getOrDefault(DISCRIMINATOR + width, Double.NaN),
                        newest.getOrDefault(GENERATOR + width, Double.NaN)))
                .toList();
    }

    /** What {@link #newest} found to be measured since the last call; see {@link MeasuredLines#lines}. */
    List<String> measured(boolean ended) {
        return measured.lines(ended);
    }

    @Override
    public void close() {
        follower.close();
    }
}
