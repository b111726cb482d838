package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.RgbImages;
import org.junit.jupiter.api.Test;

/** Sharpness (method D.8). */
class VarianceOfLaplacianTest {

    /** i^2 mod 97 in each channel. */
    private static byte[] vector() {
        byte[] pixels = new byte[108];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i / 3 * (i / 3) % 97);
        }
        return pixels;
    }

    @Test
    void theVectorOfTheMethod() {
        assertThat(VarianceOfLaplacian.of(new RgbImages(1, 6, 6, vector()), 0)).isCloseTo(21801.0208333, within(1e-7));
    }

    @Test
    void imagesAreMeasuredOneByOne() {
        byte[] two = new byte[216];
        System.arraycopy(vector(), 0, two, 108, 108);
        RgbImages images = new RgbImages(2, 6, 6, two);
        assertThat(VarianceOfLaplacian.of(images, 0)).isZero();
        assertThat(VarianceOfLaplacian.of(images, 1)).isCloseTo(21801.0208333, within(1e-7));
        MeanAndStd both = VarianceOfLaplacian.of(images);
        assertThat(both.mean()).isCloseTo(21801.0208333 / 2, within(1e-7));
        assertThat(both.std()).isCloseTo(21801.0208333 / 2, within(1e-7));
    }

    @Test
    void colourCountsByItsWeightAndBytesAreUnsigned() {
        // One row, so the pixel above and below is the pixel itself; the Laplacian is (2, -2) times the step in grey.
        byte[] step = {(byte) 255, 0, 0, 0, 0, 0};
        double grey = 0.299 * 255;
        assertThat(VarianceOfLaplacian.of(new RgbImages(1, 1, 2, step), 0)).isCloseTo(4 * grey * grey, within(1e-9));
    }
}
