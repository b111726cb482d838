package io.slimgan.metrics.evaluation;

import io.slimgan.base.LatentBatch;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.config.Quantisation;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.Quantiser;
import io.slimgan.metrics.features.Quantiser.Range;
import io.slimgan.models.GeneratorSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what generators draw: each latent is drawn by all widths, and the images of all widths go through the network
 * together (method H.3, 11). Owns the generators' native memory. For the measuring thread.
 */
final class GeneratedFeatures implements AutoCloseable {

    /** Images in one call of the network, over all widths. */
    private static final int BATCH = 64;

    /** How many images share a range in the SlimGAN code's inception score (method D.2a). */
    private static final int SCORE_BATCH = 50;

    private record Drawer(Width label, Width drawn, GeneratorSampler sampler) {}

    private final Subject.Generators subject;
    private final Optional<NetworkUse> network;
    private final Quantisation quantisation;
    private final Work work;
    private final List<GeneratorSampler> samplers = new ArrayList<>();
    private final List<Drawer> drawers = new ArrayList<>();

    GeneratedFeatures(
            Subject.Generators subject,
            Optional<NetworkUse> network,
            Quantisation quantisation,
            int threads,
            Work work) {
        this.subject = subject;
        this.network = network;
        this.quantisation = quantisation;
        this.work = work;
        for (Subject.Drawing drawing : subject.generators()) {
            GeneratorSampler sampler = GeneratorSampler.create(
                    drawing.model(), subject.format(), drawing.loader().get(), threads);
            samplers.add(sampler);
            drawing.widths().forEach(width -> drawers.add(new Drawer(width.label(), width.drawn(), sampler)));
        }
    }

    /** One row per width, all of the same latents. */
    List<MeasuredRow> rows(long seed, Demand demand) {
        int tap = network.map(NetworkUse::tap).orElse(0);
        List<RowBuilder> rows = drawers.stream()
                .map(d -> new RowBuilder(List.of(d.label()), demand, tap))
                .toList();
        if (quantisation == Quantisation.PLAIN) {
            draw(seed, demand, rows, Math.max(1, BATCH / drawers.size()), List.of());
        } else {
            Demand ofAll = new Demand(demand.features(), 0, demand.sharpness());
            draw(seed, ofAll, rows, Math.max(1, BATCH / drawers.size()), ranges(seed, ofAll.total()));
            draw(seed, new Demand(0, demand.logits(), 0), rows, SCORE_BATCH, List.of());
        }
        return rows.stream().map(RowBuilder::row).toList();
    }

    /** @param ranges of each width's images; without, each batch has its own where the way of quantising has ranges */
    private void draw(long seed, Demand demand, List<RowBuilder> rows, int batch, List<Range> ranges) {
        int tap = network.map(NetworkUse::tap).orElse(0);
        for (int at = 0; at < demand.total(); ) {
            int end = Math.min(demand.endOf(at, batch), demand.total());
            LatentBatch latents = MeasuredLatents.batch(seed, at, end, subject.latentSize(), subject.classes());
            List<RgbImages> images = new ArrayList<>();
            for (int i = 0; i < drawers.size(); i++) {
                images.add(quantised(i, latents, end - at, ranges));
            }
            if (at < demand.sharpness()) {
                for (int i = 0; i < rows.size(); i++) {
                    rows.get(i).addSharpness(images.get(i));
                }
            }
            extract(images, demand.taps(at, tap), rows, end - at);
            work.did((long) (end - at) * drawers.size());
            at = end;
        }
    }

    private void extract(List<RgbImages> images, Set<Integer> taps, List<RowBuilder> rows, int count) {
        if (network.isEmpty() || taps.isEmpty()) {
            return;
        }
        Map<Integer, FeatureMatrix> features = network.get().extract(Batches.joined(images), taps);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).add(features, i * count, (i + 1) * count);
        }
    }

    private RgbImages quantised(int drawer, LatentBatch latents, int count, List<Range> ranges) {
        Drawer d = drawers.get(drawer);
        int size = subject.imageSize();
        float[] drawn = d.sampler().generate(d.drawn(), latents);
        return ranges.isEmpty()
                ? Quantiser.quantise(quantisation, drawn, count, size, size)
                : Quantiser.minMax(drawn, count, size, size, ranges.get(drawer));
    }

    /** Drawing twice costs little beside the network, and holding all images much. */
    private List<Range> ranges(long seed, int total) {
        List<Range> ranges = new ArrayList<>();
        drawers.forEach(d -> ranges.add(Range.empty()));
        for (int at = 0; at < total; at += SCORE_BATCH) {
            int end = Math.min(at + SCORE_BATCH, total);
            LatentBatch latents = MeasuredLatents.batch(seed, at, end, subject.latentSize(), subject.classes());
            for (int i = 0; i < drawers.size(); i++) {
                Drawer d = drawers.get(i);
                ranges.set(i, ranges.get(i).with(d.sampler().generate(d.drawn(), latents)));
            }
            work.did(0);
        }
        return ranges;
    }

    @Override
    public void close() {
        samplers.forEach(GeneratorSampler::close);
    }
}
