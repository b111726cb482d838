package io.slimgan.session;

import io.slimgan.config.ImageFormat;
import io.slimgan.config.ModelSettings;
import io.slimgan.models.GeneratorSampler;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The generators that the preview thread holds: those used last. A checkpoint is so read once however often its images
 * are asked for; the model in training keeps one place into which newer weights are loaded. For the preview thread only.
 */
final class SamplerCache implements AutoCloseable {

    private static final int PLACES = 6;

    /**
     * One thread: on a busy machine two that wait for each other stall for a tenth of a second and more. Stored grids are
     * drawn with as many, because the last bit depends on it and a grid can be made again from its recipe bit for bit.
     */
    static final int THREADS = 1;

    private record Place(Object origin, long step, ModelSettings model, ImageFormat format) {}

    private static final class Held {
        private final GeneratorSampler sampler;
        private long step;

        Held(GeneratorSampler sampler, long step) {
            this.sampler = sampler;
            this.step = step;
        }
    }

    private final Map<Place, Held> places = new LinkedHashMap<>(16, 0.75f, true);

    /** A sampler that holds these weights; valid until the next call. */
    GeneratorSampler holding(PreviewWeights weights) {
        ModelSettings model = weights.settings().model();
        ImageFormat format = weights.settings().data().format();
        Place place = new Place(weights.origin(), weights.live() ? -1 : weights.step(), model, format);
        Held held = places.get(place);
        if (held == null) {
            GeneratorSampler made =
                    GeneratorSampler.create(model, format, weights.loader().load(), THREADS);
            held = new Held(made, weights.step());
            places.put(place, held);
            closeOldest();
        } else if (held.step != weights.step()) {
            held.sampler.load(weights.loader().load());
            held.step = weights.step();
        }
        return held.sampler;
    }

    private void closeOldest() {
        Iterator<Held> oldestFirst = places.values().iterator();
        while (places.size() > PLACES && oldestFirst.hasNext()) {
            oldestFirst.next().sampler.close();
            oldestFirst.remove();
        }
    }

    @Override
    public void close() {
        places.values().forEach(held -> held.sampler.close());
        places.clear();
    }
}
