package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import io.slimgan.metrics.features.FeatureNetworks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFeatureWeightsTest {

    @TempDir
    Path folder;

    private LocalFeatureWeights weights() {
        UserFolders folders = new UserFolders(folder.resolve("state"), folder.resolve("cache"), folder.resolve("data"));
        return new LocalFeatureWeights(folders, Map.of(), FeatureNetworks::open, Runnable::run);
    }

    @Test
    void whatHoldsNoWeightsIsRefusedAndNotRemembered() throws IOException {
        Path odd = Files.writeString(folder.resolve("odd.pth"), "no weights");
        LocalFeatureWeights weights = weights();
        assertThat(weights.find().join()).isEmpty();
        assertThatThrownBy(() -> weights.use(odd).join()).cause().isInstanceOf(UserError.class);
        assertThatThrownBy(() -> weights.use(folder.resolve("none.pth")).join())
                .cause()
                .isInstanceOf(UserError.class);
        assertThat(weights.find().join()).isEmpty();
    }

    @Test
    void realWeightsAreReadAndRemembered() {
        Path real = Path.of(System.getProperty("shared.dir", ""), "weights", "inception-2015-12-05.partial.npz");
        Assumptions.assumeTrue(Files.isRegularFile(real), "Skipped: there are no shared weights on this machine.");
        assertThat(weights().use(real).join()).isEqualTo(real.toAbsolutePath());
        assertThat(weights().find().join()).contains(real.toAbsolutePath());
    }
}
