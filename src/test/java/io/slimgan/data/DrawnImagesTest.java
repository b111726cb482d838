package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.data.shapes.ShapePainter;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawnImagesTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 80, 96, 112, 128})
    void everyMultipleOfSixteenOpensAtOnceWithoutAFile(int size) {
        long start = System.nanoTime();
        try (ImageSet set = open(size)) {
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(1);
            assertThat(set.size()).isGreaterThanOrEqualTo(50_000);
            assertThat(set.imageSize()).isEqualTo(size);
            assertThat(set.classNames()).hasSize(10);
            RgbImages last = set.images(set.size() - 3, 3);
            float[] values = new float[3 * size * size];
            for (int i = 0; i < 3; i++) {
                set.copyTo(set.size() - 3 + i, values, 0);
                assertThat(RgbImages.fromNchw(values, 1, size, size)).isEqualTo(last.image(i));
            }
        }
    }

    /** A run over the built-in images takes as much memory at its end as at its beginning. */
    @Test
    void whatWasDrawnIsNotKept() {
        int images = 10_000;
        try (ImageSet set = open(32)) {
            float[] values = new float[3 * 32 * 32];
            set.copyTo(0, values, 0);
            long before = usedMemory();
            for (int i = 0; i < images; i++) {
                set.copyTo(i, values, 0);
            }
            long kept = (long) images * 32 * 32 * 3;
            assertThat(usedMemory() - before).isLessThan(kept / 3);
        }
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void classesAreBalanced() {
        try (ImageSet set = open(16)) {
            int[] counts = new int[10];
            for (int i = 0; i < set.size(); i++) {
                counts[set.label(i)]++;
            }
            assertThat(counts).containsOnly(set.size() / 10);
        }
    }

    @Test
    void twoSetsAreTheSame() {
        try (ImageSet a = open(32);
                ImageSet b = open(32)) {
            assertThat(a.spread(200)).isEqualTo(b.spread(200));
            assertThat(a.spread(200)).isEqualTo(a.spread(200));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 24, 33, 144})
    void otherSizesAreRefusedByName(int size) {
        assertThatThrownBy(() -> open(size))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("data.image_size is " + size, "multiples of 16");
    }

    @Test
    void aClosedSetRefuses() {
        ImageSet set = open(32);
        set.close();
        assertThatThrownBy(() -> set.images(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void placesOutsideTheSetAreRefused() {
        try (ImageSet set = open(32)) {
            assertThatThrownBy(() -> set.pick(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> set.pick(set.size())).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void heldOutImagesFollowThoseForTrainingAndAreNoneOfThem() {
        try (ImageSet training = open(32);
                ImageSet heldOut = heldOut(32)) {
            assertThat(heldOut.size()).isEqualTo(10_000);
            for (int i : new int[] {0, 1, 4711, 9_999}) {
                assertThat(heldOut.images(i, 1)).isNotEqualTo(training.images(i, 1));
                assertThat(heldOut.images(i, 1).pixels()).isEqualTo(ShapePainter.draw(training.size() + i, 32));
                assertThat(heldOut.label(i)).isEqualTo((training.size() + i) % 10);
            }
            assertThatThrownBy(() -> heldOut.pick(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> heldOut.pick(heldOut.size())).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void heldOutImagesOfAnotherSizeAreRefusedByName() {
        assertThatThrownBy(() -> heldOut(33))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("data.image_size is 33");
    }

    private static ImageSet heldOut(int size) {
        return Datasets.openHeldOut(new DataSettings(Dataset.SHAPES, "", size), ProgressListener.none())
                .images();
    }

    private static ImageSet open(int size) {
        return Datasets.open(new DataSettings(Dataset.SHAPES, "", size), ProgressListener.none());
    }
}
