package io.slimgan.data.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapePainterTest {

    @Test
    void noTwoOfTheFiftyThousandAreEqual() {
        long[] hashes = IntStream.range(0, ShapePainter.COUNT)
                .parallel()
                .mapToLong(i -> hash(ShapePainter.draw(i, 16)))
                .toArray();

        assertThat(Arrays.stream(hashes).distinct().count()).isEqualTo(ShapePainter.COUNT);
    }

    @Test
    void theImagesAreTheSameForEverOnEveryMachine() {
        CRC32 checksum = new CRC32();
        for (int i = 0; i < 300; i++) {
            checksum.update(ShapePainter.draw(i, 32));
        }
        assertThat(Long.toHexString(checksum.getValue())).isEqualTo("9d144a99");
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128})
    void everySizeShowsTheSamePicture(int size) {
        for (int index = 0; index < 20; index++) {
            double[] small = means(ShapePainter.draw(index, 16));
            double[] large = means(ShapePainter.draw(index, size));
            assertThat(large).hasSize(3);
            for (int c = 0; c < 3; c++) {
                assertThat(large[c]).isBetween(small[c] - 2.5, small[c] + 2.5);
            }
        }
    }

    @Test
    void aFigureStandsOutFromItsBackground() {
        for (int index = 0; index < 2_000; index++) {
            Scene scene = Scene.of(index);
            double ground = scene.ground().brightness();
            assertThat(Math.abs(scene.ink().brightness() - ground))
                    .as("image %d", index)
                    .isGreaterThan(0.2);
        }
    }

    @Test
    void figuresStayInsideTheImage() {
        for (int index = 0; index < 2_000; index++) {
            Scene scene = Scene.of(index);
            assertThat(Math.abs(scene.x()) + scene.scale()).isLessThan(0.97);
            assertThat(Math.abs(scene.y()) + scene.scale()).isLessThan(0.97);
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void distancesNeverGrowFasterThanThePointMoves(Figure figure) {
        Dice dice = new Dice(figure.ordinal());
        for (int i = 0; i < 20_000; i++) {
            double x = dice.between(-1.5, 1.5);
            double y = dice.between(-1.5, 1.5);
            double dx = dice.between(-0.2, 0.2);
            double dy = dice.between(-0.2, 0.2);
            double change = Math.abs(figure.distance(x + dx, y + dy) - figure.distance(x, y));
            assertThat(change).isLessThanOrEqualTo(Math.sqrt(dx * dx + dy * dy) + 1e-9);
        }
    }

    @ParameterizedTest
    @EnumSource(Figure.class)
    void figuresAreOfComparableSizeAndAllDifferent(Figure figure) {
        Set<Figure> alike = new HashSet<>();
        for (Figure other : Figure.values()) {
            int same = 0;
            int inside = 0;
            for (int i = 0; i < 100 * 100; i++) {
                double x = (i % 100 - 49.5) / 45;
                double y = (i / 100 - 49.5) / 45;
                boolean here = figure.distance(x, y) <= 0;
                inside += here ? 1 : 0;
                same += here == other.distance(x, y) <= 0 ? 1 : 0;
            }
            // The grid covers 4.94 units of area.
            assertThat(inside * 4.94 / 10_000).isBetween(0.75, 2.8);
            if (same > 9_700) {
                alike.add(other);
            }
        }
        assertThat(alike).containsExactly(figure);
    }

    @Test
    void thereAreTenClasses() {
        assertThat(ShapePainter.classNames()).hasSize(10).doesNotHaveDuplicates();
        assertThat(Scene.of(23).figure()).isEqualTo(Figure.values()[3]);
    }

    /** FNV-1a over 64 bits. */
    private static long hash(byte[] bytes) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : bytes) {
            hash = (hash ^ (b & 255)) * 0x100000001b3L;
        }
        return hash;
    }

    private static double[] means(byte[] rgb) {
        double[] means = new double[3];
        for (int i = 0; i < rgb.length; i++) {
            means[i % 3] += (rgb[i] & 255) * 3.0 / rgb.length;
        }
        return means;
    }
}
