package io.slimgan.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks that the files of the paper's tables describe are the paper's, by their counts (method A.7 to A.9). */
class PresetCountsTest {

    private static final Path FILES = Path.of("sample-configs");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FILES, 2)) {
            return files.filter(file -> file.getNameCount() == 3).sorted().toList();
        }
    }

    private static NetworkCosts costs(Path file) {
        return NetworkCosts.of(SettingsFile.read(file, Map.of()));
    }

    /** Without a discriminator's count where the method has none for this network. */
    @ParameterizedTest
    @CsvSource({
        "table1-sndcgan-cifar10-slimmable, 3813699, 10532932",
        "table1-sndcgan-cifar10-individual-0.25, 436995, 185617",
        "table1-sndcgan-cifar10-individual-0.5, 1218051, 736801",
        "table1-sndcgan-cifar10-individual-0.75, 2343171, 1653553",
        "table1-sndcgan-cifar10-individual-1, 3812355, 2935873",
        "table1-sndcgan-stl10-slimmable, 5134659,",
        "table1-sndcgan-stl10-individual-0.25, 767235, 188177",
        "table1-sndcgan-stl10-individual-1, 5133315, 2946113",
        "table1-sndcgan-celeba-slimmable, 13262147,",
        "table1-sndcgan-celeba-individual-0.5, 3844355, 2969889",
        "table1-sndcgan-celeba-individual-0.75, 7855491, 6674353",
        "table1-sngan-cifar10-slimmable, 4282115, 2825220",
        "table1-sngan-cifar10-individual-0.25, 368771, 66849",
        "table1-sngan-cifar10-individual-0.5, 1204483, 264769",
        "table1-sngan-cifar10-individual-0.75, 2507139, 593761",
        "table1-sngan-cifar10-individual-1, 4276739, 1053825",
        "table1-sngan-stl10-slimmable, 4882307,",
        "table1-sngan-stl10-individual-0.5, 1815427, 2537345",
        "table1-sngan-celeba-slimmable, 12229507,",
        "table1-sngan-celeba-individual-0.75, 7272387, 5706049",
        "conditional-cganpd-cifar10-slimmable, 4312835,",
        "conditional-cganpd-cifar10-slimmable-naive, 4351235,",
        "conditional-cganpd-cifar10-individual-0.25, 375683,",
        "conditional-cganpd-cifar10-individual-1, 4304387,",
        "conditional-cganpd-cifar100-slimmable, 4589315,",
        "conditional-cganpd-cifar100-slimmable-naive, 5042435,",
        "conditional-cganpd-cifar100-individual-0.5, 1356547,",
        "conditional-cganpd-cifar100-individual-0.75, 2735235,",
        "table2-biggan-imagenet-individual-0.5, 18383460, 22383698",
        "table2-biggan-imagenet-individual-1, 70433988, 87982370",
        "table4-sndcgan-cifar10-row1-individual-0.25, 436995, 185617",
        "table4-sndcgan-cifar10-row2-full-discriminator-0.25, 436995, 2935873",
        "table4-sndcgan-cifar10-row3-slimmable-generator, 3813699, 11743492",
        "table4-sndcgan-cifar10-row5-slimgan, 3813699, 10532932",
        "table4-sndcgan-cifar10-row6-same-discriminator, 3813699, 2935873",
        "table4-sndcgan-cifar10-row7-slimmable-discriminator, 3813699, 2935873",
        "table4-sndcgan-cifar10-row8-distillation-only, 3813699, 2935873",
    })
    void aPaperFileIsThePapersNetwork(String file, long generator, Long discriminator) {
        NetworkCosts costs = costs(FILES.resolve("paper").resolve(file + ".yaml"));
        assertThat(costs.generatorParameters()).isEqualTo(generator);
        if (discriminator != null) {
            assertThat(costs.discriminatorParameters()).isEqualTo(discriminator);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFilesNetworksCanBeCounted(Path file) {
        RunSettings settings = SettingsFile.read(file, Map.of());
        NetworkCosts costs = NetworkCosts.of(settings);
        assertThat(costs.widths()).hasSameSizeAs(settings.model().widths());
        assertThat(costs.widths()).allMatch(width -> width.parameters() > 0 && width.macs() > 0);
        assertThat(costs.discriminatorParameters()).isPositive();
        if (file.startsWith(FILES.resolve("cpu"))) {
            assertThat(costs.discriminatorMacs()).as("for a CPU").isLessThan(150_000_000);
        }
    }
}
