package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of a run for a table.
 *
 * @param losses the newest ones of the discriminator and the generator at the widest width, such as
 *     {@code 1×: 1.234/0.567}; empty where there are none
 * @param best the best that was measured, with its name, as the window's list of runs has it: of all widths together
 *     their mean, such as {@code mean FID*-1k 41.3}; empty where nothing was
 */
record LastFigures(String losses, String best) {

    private static final Logger LOG = LoggerFactory.getLogger(LastFigures.class);
    private static final String WIDEST = "/1";

    static LastFigures of(Path runFolder) {
        WidthNames names = WidthNames.of(runFolder);
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
        String losses = critic == null || generator == null
                ? ""
                : String.format(Locale.ROOT, "%s×: %.3f/%.3f", names.of(WIDEST.substring(1)), critic, generator);
        return new LastFigures(losses, best(runFolder, names));
    }

    private static String best(Path runFolder, WidthNames names) {
        BestCheckpoints best = BestCheckpoints.read(runFolder);
        String width = best.byWidth().size() == 1
                ? names.of(best.byWidth().keySet().iterator().next()) + "×: "
                : "";
        return best.overall()
                .filter(figure -> !figure.protocol().isEmpty())
                .map(figure -> width + figure.measure() + " " + EvaluationTable.number(figure.value()))
                .orElse("");
    }
}
