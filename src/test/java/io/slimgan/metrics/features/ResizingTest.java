package io.slimgan.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.weights.NpzFile;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResizingTest {

    /** Method D.2: [0, 10, 20, 30] to six samples. */
    @Test
    void tensorFlowHasNoHalfPixelCentres() {
        float[] wide = red(Resizing.levels(row(0, 10, 20, 30), 0, 1, 6, Preprocessing.TENSORFLOW));
        assertThat(wide).containsExactly(new float[] {0, 20f / 3, 40f / 3, 20, 80f / 3, 30}, within(1e-5f));
    }

    @Test
    void pytorchHasHalfPixelCentres() {
        float[] wide = red(Resizing.levels(row(0, 10, 20, 30), 0, 1, 6, Preprocessing.PYTORCH_FID));
        float[] expected = {0, 5, 35f / 3, 55f / 3, 25, 30};
        for (int i = 0; i < expected.length; i++) {
            assertThat(wide[i] * 255).isEqualTo(expected[i], within(1e-4f));
        }
    }

    @Test
    void tensorFlowIsTheReferencesToTheLastBit() {
        Map<String, HostTensor> golden = Shared.golden("metrics.npz");
        RgbImages image = Shared.images(Objects.requireNonNull(golden.get("image")));
        float[] ours = Resizing.levels(image, 0, 1, 37, Preprocessing.TENSORFLOW);
        assertThat(ours).isEqualTo(Objects.requireNonNull(golden.get("resized")).values());
    }

    /** Made with Pillow and PyTorch themselves (make.py beside metrics.weights' resources). */
    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void otherToolsVectors(String size) throws URISyntaxException {
        URL resource = Objects.requireNonNull(ResizingTest.class.getResource("resized.npz"));
        Map<String, HostTensor> vectors = NpzFile.read(Path.of(resource.toURI()));
        RgbImages image = Shared.images(Objects.requireNonNull(vectors.get(size)));
        float[] clean = Objects.requireNonNull(vectors.get("clean_" + size)).values();
        assertThat(Resizing.levels(image, 0, 1, 23, Preprocessing.CLEAN)).isEqualTo(clean);
        float[] pytorch = Objects.requireNonNull(vectors.get("pytorch_" + size)).values();
        float[] ours = Resizing.levels(image, 0, 1, 23, Preprocessing.PYTORCH_FID);
        float worst = 0;
        for (int i = 0; i < ours.length; i++) {
            worst = Math.max(worst, Math.abs(ours[i] - pytorch[i]));
        }
        // PyTorch fuses the products and sums of a place in the source, so its last bits are others.
        assertThat(worst).isLessThan(2e-6f);
    }

    @Test
    void rangeIsThatOfTheNetwork() {
        RgbImages ends = new RgbImages(2, 1, 1, new byte[] {0, 0, 0, -1, -1, -1});
        assertThat(Resizing.toInput(ends, 0, 2, 1, Preprocessing.TENSORFLOW))
                .containsExactly(-1, -1, -1, 127 / 128f, 127 / 128f, 127 / 128f);
        assertThat(Resizing.toInput(ends, 0, 2, 1, Preprocessing.CLEAN))
                .containsExactly(-1, -1, -1, 127 / 128f, 127 / 128f, 127 / 128f);
        assertThat(Resizing.toInput(ends, 1, 1, 1, Preprocessing.PYTORCH_FID)).containsExactly(1, 1, 1);
    }

    /** A grey image of one row. */
    private static RgbImages row(int... levels) {
        byte[] pixels = new byte[levels.length * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) levels[i / 3];
        }
        return new RgbImages(1, 1, levels.length, pixels);
    }

    /** The red samples of the first row. */
    private static float[] red(float[] square) {
        int size = (int) Math.round(Math.sqrt(square.length / 3.0));
        float[] red = new float[size];
        for (int i = 0; i < size; i++) {
            red[i] = square[i * 3];
        }
        return red;
    }
}
