package io.slimgan.metrics.features.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.Preprocessing;
import io.slimgan.data.shapes.ShapePainter;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BuiltinNetworkTest {

    private static final Set<Integer> ALL = Set.of(32, 64, 128, 224, FeatureNetwork.LOGITS);

    private BuiltinNetwork network;

    @BeforeAll
    void open() {
        network = BuiltinNetwork.open();
    }

    @AfterAll
    void close() {
        network.close();
    }

    private static RgbImages drawn(int count, int size) {
        byte[] pixels = new byte[count * size * size * 3];
        for (int i = 0; i < count; i++) {
            System.arraycopy(ShapePainter.draw(i, size), 0, pixels, i * size * size * 3, size * size * 3);
        }
        return new RgbImages(count, size, size, pixels);
    }

    private Map<Integer, FeatureMatrix> all(RgbImages images) {
        return network.extract(images, Preprocessing.TENSORFLOW, ALL, 1);
    }

    private FeatureMatrix usual(RgbImages images, Preprocessing mode) {
        int tap = network.usualTap();
        return Objects.requireNonNull(
                network.extract(images, mode, Set.of(tap), 1).get(tap));
    }

    @Test
    void saysWhatItIs() {
        assertThat(network.name()).isEqualTo("builtin-1");
        assertThat(network.comparable()).isFalse();
        assertThat(network.hasLogits()).isTrue();
        assertThat(network.taps()).isEqualTo(List.of(32, 64, 128, 224)).contains(network.defaultTap());
        assertThat(network.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void isSmall() throws IOException {
        try (var in = Objects.requireNonNull(BuiltinNetwork.class.getResourceAsStream("builtin-1.safetensors"))) {
            assertThat(in.readAllBytes()).hasSizeLessThanOrEqualTo(2 << 20);
        }
    }

    @Test
    void givesTheSameFeaturesAtAnyBatchSize() {
        RgbImages images = drawn(260, 32); // more than two batches, the last one short
        Map<Integer, FeatureMatrix> together = all(images);
        for (int i : new int[] {0, 127, 128, 259}) {
            Map<Integer, FeatureMatrix> alone = all(images.image(i));
            together.forEach((tap, features) -> assertClose(
                    Objects.requireNonNull(alone.get(tap)).values(),
                    features.pick(i).values(),
                    1e-5));
        }
    }

    @Test
    void theWidestTapIsAllStagesSideBySide() {
        Map<Integer, FeatureMatrix> found = all(drawn(3, 32));
        for (int row = 0; row < 3; row++) {
            int column = 0;
            for (int tap : List.of(32, 64, 128)) {
                FeatureMatrix stage = Objects.requireNonNull(found.get(tap));
                for (int i = 0; i < tap; i++, column++) {
                    assertThat(Objects.requireNonNull(found.get(224)).at(row, column))
                            .isEqualTo(stage.at(row, i));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Preprocessing.class)
    void takesImagesOfAnySize(Preprocessing mode) {
        FeatureMatrix exact = usual(drawn(8, 32), mode);
        FeatureMatrix larger = usual(drawn(8, 64), mode);
        assertThat(larger.rows()).isEqualTo(8);
        // The same drawings at twice the size are nearer to their small selves than to each other.
        for (int i = 0; i < 8; i++) {
            double own = distance(exact.pick(i), larger.pick(i));
            double nearest = Double.MAX_VALUE;
            for (int j = 0; j < 8; j++) {
                nearest = j == i ? nearest : Math.min(nearest, distance(exact.pick(i), exact.pick(j)));
            }
            assertThat(own).isLessThan(nearest);
        }
    }

    @Test
    void rangesFollowTheMode() {
        RgbImages images = drawn(4, 32);
        FeatureMatrix tensorflow = usual(images, Preprocessing.TENSORFLOW);
        assertThat(usual(images, Preprocessing.CLEAN))
                .usingRecursiveComparison()
                .isEqualTo(tensorflow);
        float[] other = usual(images, Preprocessing.PYTORCH_FID).values();
        assertThat(other).isNotEqualTo(tensorflow.values());
        assertClose(other, tensorflow.values(), 0.1);
    }

    @Test
    void refusesTapsItHasNot() {
        assertThatThrownBy(() -> network.extract(drawn(1, 32), Preprocessing.TENSORFLOW, Set.of(2048), 1))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("2048")
                .hasMessageContaining("128");
    }

    @Test
    void tellsClassesApart() throws IOException {
        Path folder = Path.of(System.getProperty("shared.dir", "nowhere"), "data", "cifar-10-batches-bin");
        assumeThat(Files.isDirectory(folder))
                .as("Skipped: there are no real CIFAR-10 files in " + folder)
                .isTrue();
        CifarRecords test = CifarRecords.test(folder);
        assertThat(Accuracy.of(network, test, 1)).isGreaterThan(0.75);
    }

    private static double distance(FeatureMatrix a, FeatureMatrix b) {
        double squares = 0;
        for (int i = 0; i < a.columns(); i++) {
            squares += Math.pow(a.at(0, i) - (double) b.at(0, i), 2);
        }
        return Math.sqrt(squares);
    }

    /** To a share of the largest value. */
    private static void assertClose(float[] found, float[] expected, double share) {
        assertThat(found).hasSameSizeAs(expected);
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).isPositive();
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i])
                    .as("%d of %s", i, Arrays.toString(new int[] {found.length}))
                    .isCloseTo(expected[i], within(share * largest));
        }
    }
}
