package io.slimgan.session;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.ClassChoice;
import io.slimgan.base.HostTensor;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.ProgramVersion;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.models.GeneratorSampler;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.RunFolder;
import io.slimgan.training.watches.GridDiversity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The run's fixed grid: the same latents at all widths, drawn every so many steps in evaluation mode, so that drawing
 * never touches training (method I.20). For the device thread.
 */
final class SampleGrids implements AutoCloseable {

    /** Small images are enlarged to at least this many pixels. */
    private static final int SEEN_WELL = 64;

    private final RunFolder folder;
    private final RunSettings settings;
    private final FixedLatents latents;
    private final GridBefore before;
    private @Nullable GeneratorSampler sampler;

    SampleGrids(RunFolder folder, RunSettings settings, FixedLatents latents) {
        this.folder = folder;
        this.settings = settings;
        this.latents = latents;
        this.before = new GridBefore(folder, settings, latents);
    }

    /**
     * A grid as it is stored and logged.
     *
     * @param diversity how much a width's images differ, by the width's label; see {@link GridDiversity}
     * @param change how far they have moved since the grid before; see {@link GridBefore}
     */
    record Grid(byte[] png, int height, int width, Map<String, Double> diversity, Map<String, Double> change) {

        /** Both as the log calls them. */
        Map<String, Double> scalars() {
            Map<String, Double> scalars = new LinkedHashMap<>();
            diversity.forEach((width, value) -> scalars.put("grid/diversity/" + width, value));
            change.forEach((width, value) -> scalars.put("grid/change/" + width, value));
            return scalars;
        }
    }

    /**
     * Draws the grid of a step and puts it into the samples folder.
     *
     * @param saved whether there is a checkpoint of this step, which the grid's recipe then names
     */
    Grid save(long step, Map<String, HostTensor> weights, boolean saved) {
        GeneratorSampler drawing = holding(weights);
        int size = settings.data().imageSize();
        int count = latents.seeds().size();
        ClassChoice classes = classes(settings, latents);
        LatentBatch drawn = new LatentBatch(
                latents.z().values(), classes.labels(settings.model().classes(), latents.seeds()));
        List<RgbImages> rows = new ArrayList<>();
        Map<String, Double> diversity = new LinkedHashMap<>();
        for (Width width : settings.model().widthList()) {
            RgbImages row = RgbImages.fromNchw(drawing.generate(width, drawn), count, size, size);
            rows.add(row);
            diversity.put(width.label(), GridDiversity.of(row));
        }
        GridRecipe recipe = GridRecipe.of(
                        folder.name(),
                        step,
                        settings.model().widths(),
                        latents.seeds(),
                        Math.max(1, SEEN_WELL / size),
                        ProgramVersion.current(),
                        size,
                        saved ? folder.checkpoints().generatorChecksum(step) : "")
                .of(classes);
        byte[] png = ImageGridPng.encode(rows, recipe);
        AtomicFiles.write(folder.sampleFile(step), png);
        return new Grid(png, recipe.pictureHeight(), recipe.pictureWidth(), diversity, before.change(step, rows));
    }

    /** Of which class each column of a run's own grid is. */
    static ClassChoice classes(RunSettings settings, FixedLatents latents) {
        return ClassChoice.ofGrid(settings.model().classes(), latents.seeds().size());
    }

    private GeneratorSampler holding(Map<String, HostTensor> weights) {
        GeneratorSampler drawing = sampler;
        if (drawing == null) {
            drawing =
                    GeneratorSampler.create(settings.model(), settings.data().format(), weights, SamplerCache.THREADS);
            sampler = drawing;
        } else {
            drawing.load(weights);
        }
        return drawing;
    }

    @Override
    public void close() {
        GeneratorSampler drawing = sampler;
        if (drawing != null) {
            drawing.close();
        }
    }
}
