package io.slimgan.session;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.RunFolder;
import io.slimgan.training.watches.GridChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run's fixed grid as it was drawn one interval before, read from its picture. It is not kept in memory, so that a
 * run that goes on from a checkpoint is compared with the same grid as the straight run. For the device thread.
 */
final class GridBefore {

    private static final Logger LOG = LoggerFactory.getLogger(GridBefore.class);

    private final RunFolder folder;
    private final RunSettings settings;
    private final FixedLatents latents;

    GridBefore(RunFolder folder, RunSettings settings, FixedLatents latents) {
        this.folder = folder;
        this.settings = settings;
        this.latents = latents;
    }

    /**
     * How far the images of each width have moved since, by the width's label; see {@link GridChange}. Empty at the
     * first grid, and where the one before is gone or was drawn otherwise.
     *
     * @param rows one per width of the run
     */
    Map<String, Double> change(long step, List<RgbImages> rows) {
        Map<String, Double> change = new LinkedHashMap<>();
        List<RgbImages> before = before(step);
        for (Width width : settings.model().widthList()) {
            if (width.index() < before.size()) {
                change.put(width.label(), GridChange.of(before.get(width.index()), rows.get(width.index())));
            }
        }
        return change;
    }

    private List<RgbImages> before(long step) {
        int every = settings.logging().samplesEverySteps();
        Path file = folder.sampleFile(step <= 0 ? 0 : (step - 1) / every * every);
        if (step <= 0 || !Files.exists(file)) {
            return List.of();
        }
        try {
            Optional<GridRecipe> recipe = ImageGridPng.recipe(file);
            boolean same = recipe.filter(r -> r.widths().equals(settings.model().widths())
                            && r.seeds().equals(latents.seeds())
                            && r.classes().equals(SampleGrids.classes(settings, latents))
                            && r.imageSize() == settings.data().imageSize())
                    .isPresent();
            return same ? ImageGridPng.images(file) : List.of();
        } catch (UserError e) {
            LOG.warn("How far the grid has moved is not known at step {}: {}", step, e.sentence());
            return List.of();
        }
    }
}
