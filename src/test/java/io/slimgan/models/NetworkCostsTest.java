package io.slimgan.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.DataSettings;
import io.slimgan.config.Defaults;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.models.NetworkCosts.WidthCosts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the counts to the tables of method A.8 and A.9, which were computed apart from this program. */
class NetworkCostsTest {

    private static RunSettings settings(int size, int channels, int share, double individual, boolean narrow) {
        RunSettings defaults = Defaults.settings();
        ModelSettings model = defaults.model();
        return new RunSettings(
                defaults.schema(),
                defaults.seed(),
                new DataSettings(defaults.data().dataset(), "", size),
                new ModelSettings(
                        model.backbone(),
                        model.latentSize(),
                        channels,
                        channels,
                        individual < 1 ? List.of(1.0) : model.widths(),
                        individual,
                        narrow),
                new DiscriminatorSettings(
                        DiscriminatorSettings.Kind.SHARED,
                        share,
                        DiscriminatorSettings.JudgedWidths.ALL,
                        DiscriminatorSettings.SpectralNormPolicy.PER_STEP),
                defaults.training(),
                defaults.logging(),
                defaults.checkpoints(),
                defaults.engine());
    }

    @ParameterizedTest
    @CsvSource({
        "32,  512, 436995,  1218051, 2343171, 3812355,  3813699",
        "48,  512, 767235,  1878531, 3333891, 5133315,  5134659",
        "64, 1024, 1225859, 3844355, 7855491, 13259267, 13262147"
    })
    void generatorParametersPerWidthAndInAll(int size, int channels, long a, long b, long c, long d, long stored) {
        NetworkCosts costs = NetworkCosts.of(settings(size, channels, 4, 1, false));
        assertThat(costs.widths()).extracting(WidthCosts::parameters).containsExactly(a, b, c, d);
        assertThat(costs.generatorParameters()).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "32,  512, 6995968,  26574848,  58736640,  103481344",
        "48,  512, 15740928, 59793408,  132157440, 232833024",
        "64, 1024, 35848192, 138805248, 308871168, 546045952"
    })
    void macsPerWidth(int size, int channels, long a, long b, long c, long d) {
        NetworkCosts costs = NetworkCosts.of(settings(size, channels, 4, 1, false));
        assertThat(costs.widths()).extracting(WidthCosts::macs).containsExactly(a, b, c, d);
    }

    @ParameterizedTest
    @CsvSource("32, 512, 25899008, 102129664, 228691968, 405585920")
    void macsInTheProfilersConvention(int size, int channels, long a, long b, long c, long d) {
        NetworkCosts costs = NetworkCosts.of(settings(size, channels, 4, 1, false));
        assertThat(costs.widths()).extracting(WidthCosts::macsProfiler).containsExactly(a, b, c, d);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11743492", "1, 11738116", "2, 11541316", "3, 11319748",
        "4, 10532932", "5, 9647428", "6, 6500932", "7, 2960452"
    })
    void discriminatorParametersByWhatIsShared(int share, long parameters) {
        assertThat(NetworkCosts.of(settings(32, 512, share, 1, false)).discriminatorParameters())
                .isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource({
        "32, 512,  0.25, 436995,  185617", "32, 512,  0.5, 1218051, 736801", "32, 512,  0.75, 2343171, 1653553",
        "48, 512,  0.25, 767235,  188177", "48, 512,  0.5, 1878531, 741921", "48, 512,  0.75, 3333891, 1661233",
        "64, 1024, 0.25, 1225859, 745105", "64, 1024, 0.5, 3844355, 2969889", "64, 1024, 0.75, 7855491, 6674353"
    })
    void individualRunsAreNarrowNetworks(int size, int channels, double width, long generator, long discriminator) {
        NetworkCosts narrow = NetworkCosts.of(settings(size, channels, 4, width, true));
        assertThat(narrow.generatorParameters()).isEqualTo(generator);
        assertThat(narrow.discriminatorParameters()).isEqualTo(discriminator);
        NetworkCosts full = NetworkCosts.of(settings(size, channels, 4, width, false));
        assertThat(full.generatorParameters()).isEqualTo(generator);
        assertThat(full.discriminatorParameters()).isGreaterThan(discriminator);
    }
}
