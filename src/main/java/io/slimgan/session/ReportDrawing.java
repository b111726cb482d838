package io.slimgan.session;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ClassNames;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.ModelSettings;
import io.slimgan.models.GeneratorSampler;
import io.slimgan.report.mic.LatentStrip;
import io.slimgan.report.mic.SampleRows;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.DrawingTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws what a report shows of a checkpoint, in evaluation mode. For one background thread. */
final class ReportDrawing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDrawing.class);

    /** As many as fit beside each other on paper. */
    private static final int MOST_COLUMNS = 10;

    private static final int TIMED_IMAGES = 16;

    private final ReportedCheckpoint checkpoint;
    private final ModelSettings model;
    private final int imageSize;
    private final ClassNames classes;
    private final GeneratorSampler sampler;

    ReportDrawing(ReportedCheckpoint checkpoint) {
        this.checkpoint = checkpoint;
        this.model = checkpoint.settings().model();
        this.imageSize = checkpoint.settings().data().imageSize();
        this.classes = checkpoint.folder().classNames();
        this.sampler = GeneratorSampler.create(
                model, checkpoint.settings().data().format(), checkpoint.weights(), SamplerCache.THREADS);
    }

    /** The run's own latents at all widths. */
    SampleRows samples() {
        FixedLatents latents = checkpoint.folder().readLatents();
        List<Long> seeds = latents.seeds()
                .subList(0, Math.min(MOST_COLUMNS, latents.seeds().size()));
        ClassChoice choice = SampleGrids.classes(checkpoint.settings(), latents);
        return new SampleRows(seeds, names(seeds, choice), rows(seeds, choice));
    }

    /** The first of the latents at all widths. */
    List<LatentStrip> strips(List<Consistency.Latent> latents, int most) {
        List<Consistency.Latent> first = latents.subList(0, Math.min(most, latents.size()));
        if (first.isEmpty()) {
            return List.of();
        }
        List<Long> seeds = first.stream().map(Consistency.Latent::columnSeed).toList();
        List<RgbImages> rows = rows(seeds, ClassChoice.BY_SEED); // as they were measured
        List<String> names = names(seeds, ClassChoice.BY_SEED);
        List<LatentStrip> strips = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            String name = names.isEmpty() ? "" : names.get(i);
            strips.add(new LatentStrip(seeds.get(i), name, first.get(i).value(), column(rows, i)));
        }
        return strips;
    }

    private RgbImages column(List<RgbImages> rows, int index) {
        int size = imageSize * imageSize * 3;
        byte[] pixels = new byte[rows.size() * size];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(rows.get(row).pixels(), index * size, pixels, row * size, size);
        }
        return new RgbImages(rows.size(), imageSize, imageSize, pixels);
    }

    /** The class of each seed's image; none for a run without classes. */
    private List<String> names(List<Long> seeds, ClassChoice choice) {
        return Arrays.stream(choice.labels(model.classes(), seeds))
                .mapToObj(classes::name)
                .toList();
    }

    private List<RgbImages> rows(List<Long> seeds, ClassChoice choice) {
        LatentBatch latents = choice.latents(model.latentSize(), model.classes(), seeds);
        List<RgbImages> rows = new ArrayList<>();
        for (Width width : model.widthList()) {
            rows.add(RgbImages.fromNchw(sampler.generate(width, latents), seeds.size(), imageSize, imageSize));
        }
        return rows;
    }

    /**
     * How long drawing takes: as it was measured on this checkpoint before, else measured now and kept. For the
     * evaluation thread, where nothing else is measured meanwhile.
     */
    DrawingTimes times() {
        return DrawingTimes.read(checkpoint.folder().path(), checkpoint.checksum())
                .orElseGet(this::measureTimes);
    }

    private DrawingTimes measureTimes() {
        LatentBatch latents = LatentBatch.ofSeeds(
                model.latentSize(),
                model.classes(),
                LongStream.range(0, TIMED_IMAGES).boxed().toList());
        DrawingTimer timer = new DrawingTimer(width -> sampler.generate(width, latents), System::nanoTime);
        DrawingTimes measured = new DrawingTimes(
                TIMED_IMAGES,
                SamplerCache.THREADS,
                timer.measure(model.widthList().widths()));
        try {
            measured.write(checkpoint.folder().path(), checkpoint.checksum());
        } catch (UserError e) {
            LOG.warn("The drawing times of {} are not kept: {}", checkpoint.name(), e.sentence());
        }
        return measured;
    }

    @Override
    public void close() {
        sampler.close();
    }
}
