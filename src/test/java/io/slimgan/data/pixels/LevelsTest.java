package io.slimgan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RgbImages;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LevelsTest {

    @Test
    void planesHoldEveryLevelInMinusOneToOneAndComeBackUnchanged() {
        byte[] rgb = new byte[256 * 3];
        for (int i = 0; i < 256; i++) {
            rgb[3 * i] = (byte) i;
            rgb[3 * i + 1] = (byte) (255 - i);
            rgb[3 * i + 2] = (byte) (i * 7);
        }
        float[] planes = new float[2 + 3 * 256];

        Levels.toPlanes(rgb, planes, 2);

        assertThat(planes[0]).isZero();
        assertThat(planes[2]).isEqualTo(-1f);
        assertThat(planes[2 + 255]).isEqualTo(1f);
        assertThat(planes[2 + 256]).isEqualTo(1f);
        assertThat(planes[2 + 100]).isEqualTo((100 / 255f - 0.5f) / 0.5f);
        float[] chw = Arrays.copyOfRange(planes, 2, planes.length);
        assertThat(RgbImages.fromNchw(chw, 1, 16, 16).pixels()).isEqualTo(rgb);
    }
}
