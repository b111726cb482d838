package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.session.FeatureWeights;
import io.slimgan.session.WeightFetch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MeasuringOptionsTest {

    @TempDir
    Path folder;

    private final List<Path> used = new ArrayList<>();
    private Optional<Path> known = Optional.empty();

    /** Knows {@link #known}, and notes what is used. */
    private final class Weights implements FeatureWeights {

        @Override
        public CompletableFuture<Optional<Path>> find() {
            return CompletableFuture.completedFuture(known);
        }

        @Override
        public CompletableFuture<Path> use(Path file) {
            used.add(file);
            return CompletableFuture.completedFuture(file);
        }

        @Override
        public String origin() {
            throw new AssertionError("A measurement never downloads.");
        }

        @Override
        public WeightFetch fetch() {
            throw new AssertionError("A measurement never downloads.");
        }
    }

    private MeasuringPlan plan(String... options) {
        MeasuringOptions measuring = new MeasuringOptions();
        new CommandLine(new Holder(measuring)).parseArgs(options);
        return measuring.plan(List.of(Metric.FID), Weights::new);
    }

    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin
        private final MeasuringOptions measuring;

        Holder(MeasuringOptions measuring) {
            this.measuring = measuring;
        }
    }

    @Test
    void theNetworkThatComesWithTheProgramAsksForNoFile() {
        assertThat(plan().features()).isEmpty();
        assertThat(used).isEmpty();
    }

    @Test
    void inceptionIsTheFileThatWasFound() {
        known = Optional.of(folder.resolve("known.pth"));
        assertThat(plan("--features", "inception").features()).isEqualTo(known);
    }

    @Test
    void inceptionThatIsNowhereIsSaid() {
        assertThatThrownBy(() -> plan("--features", "inception"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no weights of the papers' network are known")
                .hasMessageContaining("SLIMGAN_INCEPTION");
    }

    @Test
    void aFileIsRemembered() throws IOException {
        Path file = Files.createFile(folder.resolve("weights.pth"));
        assertThat(plan("--features", file.toString()).features()).contains(file);
        assertThat(used).containsExactly(file);
    }
}
