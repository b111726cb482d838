package io.slimgan.metrics.features.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.data.shapes.ShapePainter;
import io.slimgan.nn.engine.EngineFacts;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltinTrainerTest {

    private static final int BATCH = 16;
    private static final int VALUES = 32 * 32 * 3;

    private float first;
    private float last;

    /** Learning by heart: the same few drawings, altered anew in each step. */
    private Map<String, HostTensor> train(long seed, int steps) {
        EngineFacts.load();
        EngineFacts.useThreads(1);
        try (BuiltinTrainer trainer = new BuiltinTrainer(seed)) {
            for (int step = 0; step < steps; step++) {
                float[] pixels = new float[BATCH * VALUES];
                float[] wanted = new float[BATCH * BuiltinLayers.CLASSES];
                for (int i = 0; i < BATCH; i++) {
                    RgbImages image = new RgbImages(1, 32, 32, ShapePainter.draw(i, 32));
                    Augmentation.apply(image, 0, seed, step, pixels, i * VALUES);
                    wanted[i * BuiltinLayers.CLASSES + i % BuiltinLayers.CLASSES] = 1;
                }
                last = trainer.step(
                        new HostTensor(pixels, new long[] {BATCH, 32, 32, 3}),
                        new HostTensor(wanted, new long[] {BATCH, BuiltinLayers.CLASSES}),
                        0.02,
                        1e-3);
                first = step == 0 ? last : first;
            }
            return trainer.folded();
        }
    }

    @Test
    void learns() {
        train(3, 60);
        assertThat(last).isLessThan(first / 2);
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        Map<String, HostTensor> once = train(5, 6);
        assertThat(train(5, 6)).isEqualTo(once);
        assertThat(train(6, 6)).isNotEqualTo(once);
    }
}
