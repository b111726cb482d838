package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any settings and any text, tried on many. */
class SettingsRoundTripTest {

    @TempDir
    Path folder;

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = 0; seed < 60; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Settings of random numbers, most of them nothing that could be trained: writing must not care. */
    private static RunSettings any(RandomGenerator random) {
        RunSettings base = Defaults.settings();
        List<Double> widths = new ArrayList<>();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            widths.add(Double.longBitsToDouble(random.nextLong() & ~(0x7FFL << 52) | 1000L + random.nextInt(40) << 52));
        }
        DataSettings data = new DataSettings(
                DataSettings.Dataset.values()[random.nextInt(8)],
                "",
                random.nextInt(),
                DataSettings.Split.values()[random.nextInt(3)],
                DataSettings.Labels.values()[random.nextInt(2)],
                DataSettings.Colour.values()[random.nextInt(2)]);
        ModelSettings model = new ModelSettings(
                ModelSettings.Backbone.SNDCGAN,
                random.nextInt(),
                random.nextInt(),
                random.nextInt(),
                widths,
                random.nextDouble(),
                random.nextBoolean());
        TrainingSettings.OptimizerSettings optimizer = new TrainingSettings.OptimizerSettings(
                random.nextDouble() * Math.pow(10, random.nextInt(-12, 3)),
                random.nextDouble(),
                random.nextGaussian(),
                Double.MIN_VALUE * random.nextInt(1, 100));
        TrainingSettings training = new TrainingSettings(
                random.nextLong(),
                random.nextInt(),
                random.nextInt(),
                TrainingSettings.Loss.HINGE,
                TrainingSettings.Distillation.values()[random.nextInt(2)],
                random.nextDouble() * 1e12,
                optimizer);
        EvaluationSettings evaluation = new EvaluationSettings(
                random.nextInt(),
                random.nextInt(),
                someMetrics(random),
                "",
                random.nextInt(),
                Preprocessing.values()[random.nextInt(3)],
                Quantisation.values()[random.nextInt(2)],
                random.nextDouble());
        WatchSettings watches = new WatchSettings(
                random.nextInt(),
                random.nextDouble(),
                random.nextDouble(),
                random.nextGaussian(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
        return new RunSettings(
                RunSettings.SCHEMA,
                random.nextLong(),
                data,
                model,
                base.discriminator(),
                training,
                base.logging(),
                base.checkpoints(),
                evaluation,
                watches,
                base.engine());
    }

    private static List<Metric> someMetrics(RandomGenerator random) {
        List<Metric> metrics = new ArrayList<>(List.of(Metric.values()));
        metrics.removeIf(metric -> random.nextBoolean());
        return metrics;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackBitForBit(long seed) {
        RunSettings settings = any(random(seed));
        String yaml = SettingsFile.toYaml(settings);
        RunSettings read = SettingsReader.read("x.yaml", folder, yaml, Map.of(), unchecked -> List.of());
        assertThat(read).isEqualTo(settings);
        assertThat(SettingsFile.toYaml(read)).isEqualTo(yaml);
        assertThat(SettingsDiff.between(settings, read)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDamagedFileIsToldInOneLineThatNamesIt(long seed) throws IOException {
        RandomGenerator random = random(seed);
        String whole = Files.readString(Path.of("sample-configs", "cifar10-sndcgan-paper.yaml"));
        for (int round = 0; round < 30; round++) {
            StringBuilder text = new StringBuilder(whole);
            for (int hits = random.nextInt(1, 4); hits > 0; hits--) {
                char c = random.nextInt(3) == 0 ? (char) random.nextInt(1, 0x3000) : (char) random.nextInt(9, 127);
                text.setCharAt(random.nextInt(text.length()), c);
            }
            Path file = Files.writeString(folder.resolve("damaged.yaml"), text);
            try {
                assertThat(SettingsCheck.problems(SettingsFile.read(file, Map.of())))
                        .isEmpty();
            } catch (UserError e) {
                assertThat(e.sentence())
                        .startsWith(file.toString())
                        .hasLineCount(1)
                        .matches(".*[.?]$");
            }
        }
    }
}
