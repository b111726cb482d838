package io.slimgan.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.DataSettings;
import io.slimgan.config.Defaults;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.ModelSettings.ConditionalNorm;
import io.slimgan.config.ModelSettings.Initialisation;
import io.slimgan.config.RunSettings;
import io.slimgan.models.NetworkCosts.WidthCosts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every cell of the paper's Table 5 (M is 2^20) and every count of method A.9 for the residual networks. */
class PaperCountsTest {

    private static final Logger LOG = LoggerFactory.getLogger(PaperCountsTest.class);
    private static final double MI = 1 << 20;
    private static final List<Double> WIDTHS = List.of(0.25, 0.5, 0.75, 1.0);

    private static RunSettings settings(
            Backbone backbone,
            int size,
            int generator,
            int discriminator,
            int share,
            int classes,
            ConditionalNorm norm,
            double individual) {
        RunSettings defaults = Defaults.settings();
        return new RunSettings(
                defaults.schema(),
                defaults.seed(),
                new DataSettings(defaults.data().dataset(), "", size),
                new ModelSettings(
                        backbone,
                        128,
                        generator,
                        discriminator,
                        individual > 0 ? List.of(1.0) : WIDTHS,
                        individual > 0 ? individual : 1,
                        individual > 0,
                        classes,
                        norm,
                        true,
                        Initialisation.XAVIER,
                        false),
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

    private static RunSettings residual32(int classes, ConditionalNorm norm, double individual) {
        return settings(classes == 0 ? Backbone.SNGAN : Backbone.CGANPD, 32, 256, 128, 2, classes, norm, individual);
    }

    private static String rounded(double parameters) {
        return String.format(Locale.ROOT, "%.2f", parameters / MI);
    }

    @ParameterizedTest
    @CsvSource({
        "  0, 368771, 1204483, 2507139, 4276739, 0.35, 1.15, 2.39, 4.08, 7.97",
        " 10, 375683, 1218307, 2527875, 4304387, 0.36, 1.16, 2.41, 4.10, 8.04",
        "100, 444803, 1356547, 2735235, 4580867, 0.42, 1.29, 2.61, 4.37, 8.70"
    })
    void individualRowsOfTable5(
            int classes, long a, long b, long c, long d, String ofA, String ofB, String ofC, String ofD, String ofAll) {
        List<Long> exact = List.of(a, b, c, d);
        List<String> cells = List.of(ofA, ofB, ofC, ofD);
        long all = 0;
        for (int i = 0; i < 4; i++) {
            long found = NetworkCosts.of(residual32(classes, ConditionalNorm.NAIVE, WIDTHS.get(i)))
                    .generatorParameters();
            assertThat(found).isEqualTo(exact.get(i));
            assertThat(found).isEqualTo(closedForm(WIDTHS.get(i), classes));
            assertThat(rounded(found)).isEqualTo(cells.get(i));
            all += found;
        }
        assertThat(rounded(all)).isEqualTo(ofAll);
        LOG.info("Table 5, individual, {} classes: {} -> {}, total {} -> {}", classes, exact, cells, all, ofAll);
    }

    /** Method A.9: P(c, K) = 2048c + 16c + 3(19c^2 + 3c) + 6 * 2c * max(K, 1) + 2c + 27c + 3. */
    private static long closedForm(double width, int classes) {
        long c = (long) (256 * width);
        return 2048 * c + 16 * c + 3 * (19 * c * c + 3 * c) + 6 * 2 * c * Math.max(classes, 1) + 2 * c + 27 * c + 3;
    }

    @ParameterizedTest
    @CsvSource({
        "  0, SLICEABLE, 4282115, 4.08",
        " 10, SLICEABLE, 4312835, 4.11",
        " 10, SLICEABLE_PAPER, 4312835, 4.11",
        " 10, NAIVE, 4351235, 4.15",
        "100, SLICEABLE, 4589315, 4.38",
        "100, NAIVE, 5042435, 4.81"
    })
    void slimmableRowsOfTable5(int classes, ConditionalNorm norm, long stored, String cell) {
        long found = NetworkCosts.of(residual32(classes, norm, 0)).generatorParameters();
        assertThat(found).isEqualTo(stored);
        assertThat(rounded(found)).isEqualTo(cell);
        LOG.info("Table 5, slimmable, {} classes, {}: {} -> {}", classes, norm, found, cell);
    }

    @Test
    void aSliceableGeneratorHasTwelveMoreActiveParametersPerChannelThanAnIndividualOne() {
        List<Long> expected = List.of(376451L, 1219843L, 2530179L, 4307459L);
        for (ConditionalNorm norm : List.of(ConditionalNorm.SLICEABLE, ConditionalNorm.SLICEABLE_PAPER)) {
            assertThat(NetworkCosts.of(residual32(10, norm, 0)).widths())
                    .extracting(WidthCosts::parameters)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "48,  512, 751811,  1815427, 3190851, 4878083,  4882307",
        "64, 1024, 1162051, 3586179, 7272387, 12220675, 12229507"
    })
    void largerGenerators(int size, int channels, long a, long b, long c, long d, long stored) {
        NetworkCosts costs =
                NetworkCosts.of(settings(Backbone.SNGAN, size, channels, 1024, 2, 0, ConditionalNorm.SLICEABLE, 0));
        assertThat(costs.widths()).extracting(WidthCosts::parameters).containsExactly(a, b, c, d);
        assertThat(costs.generatorParameters()).isEqualTo(stored);
        LOG.info("ResNet-{}: {} active, {} stored", size, List.of(a, b, c, d), stored);
    }

    @ParameterizedTest
    @CsvSource({
        "32,  256, 106496000, 422182912, 947060736,  1681129472",
        "48,  512, 52899840,  208429056, 466587648,  827375616",
        "64, 1024, 123928576, 491126784, 1101594624, 1955332096"
    })
    void macsPerWidth(int size, int channels, long a, long b, long c, long d) {
        NetworkCosts costs =
                NetworkCosts.of(settings(Backbone.SNGAN, size, channels, 1024, 2, 0, ConditionalNorm.SLICEABLE, 0));
        assertThat(costs.widths()).extracting(WidthCosts::macs).containsExactly(a, b, c, d);
        LOG.info("ResNet-{}: {} MACs", size, List.of(a, b, c, d));
    }

    @Test
    void macsAsExecutedMoveTheShortcutBeforeTheUpsampling() {
        assertThat(NetworkCosts.of(residual32(0, ConditionalNorm.SLICEABLE, 0)).widths())
                .extracting(WidthCosts::macsExecuted)
                .containsExactly(102367232L, 405667840L, 909901824L, 1615069184L);
    }

    @ParameterizedTest
    @CsvSource({
        "SNDCGAN, 32, 512, 512, 108732416", "SNDCGAN, 48, 512, 512, 244647936", "SNDCGAN, 64, 1024, 1024, 577519616",
        "SNGAN, 32, 256, 128, 272072832", "SNGAN, 48, 512, 1024, 362705920", "SNGAN, 64, 1024, 1024, 644809728"
    })
    void macsOfTheFullDiscriminator(Backbone backbone, int size, int generator, int discriminator, long macs) {
        NetworkCosts costs =
                NetworkCosts.of(settings(backbone, size, generator, discriminator, 2, 0, ConditionalNorm.SLICEABLE, 0));
        assertThat(costs.discriminatorMacs()).isEqualTo(macs);
    }

    @ParameterizedTest
    @CsvSource({
        "32, 128, 0.25, 66849",
        "32, 128, 0.5, 264769",
        "32, 128, 0.75, 593761",
        "32, 128, 1, 1053825",
        "48, 1024, 0.25, 635329",
        "64, 1024, 0.5, 2537345",
        "48, 1024, 0.75, 5706049",
        "64, 1024, 1, 10141441"
    })
    void individualDiscriminators(int size, int channels, double width, long parameters) {
        NetworkCosts costs =
                NetworkCosts.of(settings(Backbone.SNGAN, size, 256, channels, 2, 0, ConditionalNorm.SLICEABLE, width));
        assertThat(costs.discriminatorParameters()).isEqualTo(parameters);
    }

    @ParameterizedTest
    @CsvSource({"0, 4215300", "1, 3760260", "2, 2825220", "3, 1939716", "4, 1054212"})
    void discriminatorParametersByWhatIsShared(int share, long parameters) {
        assertThat(NetworkCosts.of(settings(Backbone.SNGAN, 32, 256, 128, share, 0, ConditionalNorm.SLICEABLE, 0))
                        .discriminatorParameters())
                .isEqualTo(parameters);
    }

    /** Counted with the public definition (method A.7); the attention's gamma is one of them. */
    @ParameterizedTest
    @CsvSource({"96, 70433988, 87982370", "48, 18383460, 22383698"})
    void biggan(int ch, long generator, long discriminator) {
        NetworkCosts costs = NetworkCosts.of(biggan(ch, 0));
        assertThat(costs.generatorParameters()).isEqualTo(generator);
        assertThat(costs.discriminatorParameters()).isEqualTo(discriminator);
    }

    @Test
    void aSlicedBigganHasAsManyActiveParametersAsAnIndividualOne() {
        assertThat(NetworkCosts.of(biggan(96, 1)).widths())
                .extracting(WidthCosts::parameters)
                .containsExactly(18383460L, 70433988L);
    }

    /** @param slimmable 1 for the widths 0.5 and 1, 0 for one width */
    private static RunSettings biggan(int ch, int slimmable) {
        RunSettings residual = residual32(1000, ConditionalNorm.SLICEABLE, 0);
        return new RunSettings(
                residual.schema(),
                0,
                new DataSettings(residual.data().dataset(), "", 128),
                new ModelSettings(
                        Backbone.BIGGAN,
                        120,
                        16 * ch,
                        16 * ch,
                        slimmable == 1 ? List.of(0.5, 1.0) : List.of(1.0),
                        1,
                        false,
                        1000,
                        ConditionalNorm.SLICEABLE,
                        false,
                        Initialisation.ORTHOGONAL,
                        true),
                residual.discriminator(),
                residual.training(),
                residual.logging(),
                residual.checkpoints(),
                residual.engine());
    }
}
