package io.slimgan.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.statistics.FrechetDistance;
import io.slimgan.metrics.statistics.Moments;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InceptionNetworkTest {

    @Test
    void wholeGraphGivesTheReferencesFeatures() {
        Map<String, HostTensor> golden = Shared.golden("inception.npz");
        RgbImages images = Shared.images(need(golden, "images"));
        try (InceptionNetwork network = InceptionNetwork.of("filled", Shared.filledWeights())) {
            assertThat(network.taps()).containsExactly(64, 192, 768, 2048);
            assertThat(network.hasLogits()).isTrue();
            assertThat(network.defaultTap()).isEqualTo(2048);
            Set<Integer> all = Set.of(64, 192, 768, 2048, FeatureNetwork.LOGITS);
            Map<Integer, FeatureMatrix> features = network.extract(images, Preprocessing.TENSORFLOW, all, 2);
            for (int tap : all) {
                String name = tap == FeatureNetwork.LOGITS ? "tap.logits" : "tap." + tap;
                compare(name, features.get(tap), need(golden, name));
            }
        }
    }

    private static HostTensor need(Map<String, HostTensor> golden, String name) {
        HostTensor tensor = golden.get(name);
        assertThat(tensor).as(name).isNotNull();
        return Objects.requireNonNull(tensor);
    }

    private static void compare(String name, @Nullable FeatureMatrix ours, HostTensor theirs) {
        assertThat(ours).as(name).isNotNull();
        Objects.requireNonNull(ours);
        assertThat(ours.rows()).isEqualTo((int) theirs.shape()[0]);
        assertThat(ours.columns()).isEqualTo((int) theirs.shape()[1]);
        double scale = 0;
        double worst = 0;
        for (int i = 0; i < theirs.values().length; i++) {
            scale = Math.max(scale, Math.abs(theirs.values()[i]));
            worst = Math.max(worst, Math.abs(theirs.values()[i] - ours.values()[i]));
        }
        assertThat(worst / scale).as(name).isLessThan(1e-5); // asked for: 1e-3
    }

    @Test
    void partialFileGivesTheTapsItHoldsAndRefusesTheOthersInOneSentence() {
        try (InceptionNetwork network = InceptionNetwork.of("partial.npz", Shared.partialWeights())) {
            assertThat(network.taps()).containsExactly(64, 192, 768);
            assertThat(network.hasLogits()).isFalse();
            assertThat(network.defaultTap()).isEqualTo(768);
            RgbImages one = new RgbImages(1, 4, 4, new byte[48]);
            assertThatThrownBy(() -> network.extract(one, Preprocessing.TENSORFLOW, Set.of(2048), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("partial.npz")
                    .hasMessageContaining("2048")
                    .hasMessageContaining("64, 192, 768");
            assertThatThrownBy(() -> network.extract(one, Preprocessing.TENSORFLOW, Set.of(FeatureNetwork.LOGITS), 1))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("logits");
        }
    }

    /** The FID values of inception.json, between real files at the taps that the partial file gives. */
    @Test
    void fidBetweenRealFilesIsTheReferences() throws Exception {
        Map<Integer, Double> golden =
                Map.of(64, 0.09423685676659765, 192, 0.4943866332150435, 768, 0.43882690380484246);
        RgbImages train = Shared.cifar("data_batch_1.bin", 300);
        RgbImages test = Shared.cifar("test_batch.bin", 300);
        try (InceptionNetwork network = InceptionNetwork.of("partial.npz", Shared.partialWeights())) {
            Map<Integer, FeatureMatrix> a = network.extract(train, Preprocessing.TENSORFLOW, golden.keySet(), 2);
            Map<Integer, FeatureMatrix> b = network.extract(test, Preprocessing.TENSORFLOW, golden.keySet(), 2);
            golden.forEach((tap, expected) -> {
                double fid = FrechetDistance.between(
                        Moments.of(Objects.requireNonNull(a.get(tap))), Moments.of(Objects.requireNonNull(b.get(tap))));
                assertThat(fid).as("FID-" + tap).isCloseTo(expected, withinPercentage(0.1));
            });
        }
    }

    @Test
    void featuresDoNotDependOnTheBatch() throws Exception {
        RgbImages images = Shared.cifar("test_batch.bin", 19);
        try (InceptionNetwork network = InceptionNetwork.of("partial.npz", Shared.partialWeights())) {
            FeatureMatrix all = only(network, images, 192);
            FeatureMatrix last = only(network, images.image(18), 192);
            for (int c = 0; c < 192; c++) {
                assertThat(all.at(18, c)).isEqualTo(last.at(0, c), within(1e-5f));
            }
        }
    }

    private static FeatureMatrix only(InceptionNetwork network, RgbImages images, int tap) {
        FeatureMatrix features = network.extract(images, Preprocessing.TENSORFLOW, Set.of(tap), 2)
                .get(tap);
        assertThat(features).isNotNull();
        return Objects.requireNonNull(features);
    }
}
