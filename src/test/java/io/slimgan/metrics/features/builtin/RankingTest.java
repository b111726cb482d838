package io.slimgan.metrics.features.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slimgan.base.RgbImages;
import io.slimgan.data.shapes.ShapePainter;
import io.slimgan.metrics.features.builtin.Ranking.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** FID* must grow with every step away from good images, or its curves would mislead. */
class RankingTest {

    /** Images of another kind than those that the network has learned from. */
    @Test
    void ranksSpoiltDrawings() {
        try (BuiltinNetwork network = BuiltinNetwork.open()) {
            Ranking ranking = new Ranking(network, Set.of(network.usualTap()), drawn(0, 600), 1);
            assertGrowth(ranking.distortions(drawn(600, 400), Distortion.BLUR, Distortion.NOISE), network.usualTap());
        }
    }

    @Test
    void ranksSpoiltPhotographs() throws IOException {
        Path folder = Path.of(System.getProperty("shared.dir", "nowhere"), "data", "cifar-10-batches-bin");
        assumeThat(Files.isDirectory(folder))
                .as("Skipped: there are no real CIFAR-10 files in " + folder)
                .isTrue();
        CifarRecords test = CifarRecords.test(folder);
        try (BuiltinNetwork network = BuiltinNetwork.open()) {
            RgbImages reference = CifarRecords.training(folder).images();
            Ranking ranking = new Ranking(network, Set.of(network.usualTap()), reference, 1);
            assertGrowth(ranking.everything(test), network.usualTap());
        }
    }

    private static void assertGrowth(List<Series> all, int tap) {
        assertThat(all).allSatisfy(series -> {
            assertThat(series.levels()).hasSizeGreaterThan(4);
            assertThat(series.grows(tap)).as(series.toString()).isTrue();
        });
    }

    private static RgbImages drawn(int from, int count) {
        byte[] pixels = new byte[count * 32 * 32 * 3];
        for (int i = 0; i < count; i++) {
            System.arraycopy(ShapePainter.draw(from + i, 32), 0, pixels, i * 32 * 32 * 3, 32 * 32 * 3);
        }
        return new RgbImages(count, 32, 32, pixels);
    }
}
