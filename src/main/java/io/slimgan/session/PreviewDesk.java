package io.slimgan.session;

import io.slimgan.base.LatentBatch;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.models.GeneratorSampler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The preview thread and what it draws with. One per engine room; its previews take turns. */
final class PreviewDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PreviewDesk.class);
    private static final long LAST_ANSWER_SECONDS = 30;

    /** As many as a grid of one image per seed may have. */
    private static final int AT_ONCE = 1000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(Threads.named("preview"));
    private final SamplerCache samplers = new SamplerCache();

    /** Does this on the preview thread, after what waits already; not at all once the desk is closed. */
    void later(Runnable drawing) {
        try {
            thread.execute(drawing);
        } catch (RejectedExecutionException closed) {
            LOG.debug("A preview asked after the engine room was closed.");
        }
    }

    /** Draws a request. On the preview thread. */
    PreviewAnswer.Images draw(PreviewRequest request, RunWeights run) {
        PreviewWeights weights = run.find(request.source());
        RunSettings settings = weights.settings();
        for (Width width : request.widths()) {
            if (!settings.model().widthList().widths().contains(width)) {
                throw new UserError("This run does not have the width " + width + "; it trains "
                        + settings.model().widthList().widths() + ".");
            }
        }
        request.classes().check(settings.model().classes());
        GeneratorSampler sampler = samplers.holding(weights);
        LatentBatch latents = request.classes()
                .latents(settings.model().latentSize(), settings.model().classes(), request.latentSeeds());
        List<PreviewAnswer.Row> rows = new ArrayList<>();
        for (Width width : request.widths()) {
            rows.add(row(
                    sampler,
                    width,
                    latents,
                    request.imagesPerWidth(),
                    settings.data().imageSize()));
        }
        return new PreviewAnswer.Images(request, weights.step(), rows);
    }

    private static PreviewAnswer.Row row(
            GeneratorSampler sampler, Width width, LatentBatch latents, int count, int size) {
        if (count == 0) {
            return new PreviewAnswer.Row(width, new RgbImages(0, size, size, new byte[0]), 0);
        }
        long start = System.nanoTime();
        float[] images = generate(sampler, width, latents, count);
        double millis = (System.nanoTime() - start) / 1e6;
        return new PreviewAnswer.Row(width, RgbImages.fromNchw(images, count, size, size), millis / count);
    }

    /**
     * In parts where there are very many: every class of every latent must fit into memory. Up to {@link #AT_ONCE} images
     * are drawn together as ever, because the last bit may depend on it.
     */
    private static float[] generate(GeneratorSampler sampler, Width width, LatentBatch latents, int count) {
        if (count <= AT_ONCE) {
            return sampler.generate(width, latents);
        }
        float[] all = new float[0];
        int latentSize = latents.z().length / count;
        for (int from = 0; from < count; from += AT_ONCE) {
            int to = Math.min(count, from + AT_ONCE);
            float[] part = sampler.generate(width, latents.range(from, to, latentSize));
            if (from == 0) {
                all = new float[part.length / (to - from) * count];
            }
            System.arraycopy(part, 0, all, part.length / (to - from) * from, part.length);
        }
        return all;
    }

    /** Ends the preview thread and frees its generators. Waits for an answer under way. */
    @Override
    public void close() {
        later(samplers::close);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_ANSWER_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The preview thread is still drawing; it ends with the process.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
