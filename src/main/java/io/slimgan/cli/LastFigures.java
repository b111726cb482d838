package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest figures of a run's whole width out of its log, for a table.
 *
 * @param losses of the discriminator and the generator, such as {@code 1.234/0.567}; empty where there are none
 * @param distance the Fréchet distance that was measured last, with its name; empty where there is none
 */
record LastFigures(String losses, String distance) {

    private static final Logger LOG = LoggerFactory.getLogger(LastFigures.class);
    private static final String WIDEST = "/1";

    static LastFigures of(Path runFolder) {
        Map<String, Double> newest = new HashMap<>();
        try (EventFollower follower = EventFollower.open(runFolder)) {
            for (ScalarPoint point : follower.poll().points()) {
                if (point.tag().endsWith(WIDEST)) {
                    newest.put(point.tag(), point.value());
                }
            }
        } catch (UserError e) {
            LOG.debug("No figures to show", e);
        }
        Double critic = newest.get("loss/discriminator" + WIDEST);
        Double generator = newest.get("loss/generator" + WIDEST);
        String losses =
                critic == null || generator == null ? "" : String.format(Locale.ROOT, "%.3f/%.3f", critic, generator);
        String distance = newest.entrySet().stream()
                .filter(figure -> figure.getKey().startsWith("quality/FID"))
                .map(figure -> figure.getKey().split("/")[1] + " " + EvaluationTable.number(figure.getValue()))
                .sorted()
                .findFirst()
                .orElse("");
        return new LastFigures(losses, distance);
    }
}
