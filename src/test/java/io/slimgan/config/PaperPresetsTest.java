package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds {@code sample-configs/paper}, {@code sample-configs/cpu} and the list of them to {@link PaperTables};
 * {@code -Dpresets.update=true} writes them anew. And holds what is written to the paper's own numbers (method A, B.3).
 */
class PaperPresetsTest {

    private static final Path FILES = Path.of("sample-configs");
    private static final Path LIST = Path.of("src/main/resources/io/slimgan/config/tables.txt");
    private static final String HOW =
            "is out of date; mvn test -Dtest=PaperPresetsTest -Dtest.jvm.memory=-Dpresets.update=true";

    static List<PaperCell> cells() {
        return PaperTables.cells();
    }

    private static String list() {
        return cells().stream()
                .map(cell -> cell.name() + " | " + cell.group() + " | " + cell.row() + "\n")
                .collect(Collectors.joining());
    }

    private static void held(Path file, String text) throws IOException {
        if (Boolean.getBoolean("presets.update")) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        }
        assertThat(file).exists();
        assertThat(Files.readString(file)).as(file + " " + HOW).isEqualTo(text);
    }

    @Test
    void theFilesAreWhatTheTablesSay() throws IOException {
        List<String> names = new ArrayList<>();
        for (PaperCell cell : cells()) {
            held(FILES.resolve(cell.file()), PresetWriter.paper(cell));
            held(FILES.resolve(cell.twin()), PresetWriter.twin(cell));
            names.add(cell.file());
            names.add(cell.twin());
        }
        held(LIST, list());
        try (Stream<Path> found = Files.walk(FILES, 2)) {
            assertThat(found.filter(f -> f.getNameCount() == 3)
                            .map(f -> FILES.relativize(f).toString().replace('\\', '/')))
                    .as("a file that no table knows")
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyFileHoldsWhatItsCellMeans(PaperCell cell) {
        for (String file : List.of(cell.file(), cell.twin())) {
            RunSettings settings = SettingsFile.read(FILES.resolve(file), Map.of());
            Map<String, String> meant = file.equals(cell.file()) ? cell.values() : cell.twinValues();
            RunSettings whole = SettingsFile.read(FILES.resolve(file), forLine(meant));
            assertThat(SettingsDiff.between(whole, settings)).as(file).isEmpty();
            assertThat(settings.data().path()).doesNotContain("..").contains("datasets");
            assertThat(Path.of(file).getFileName().toString().replace(".yaml", "-seed100"))
                    .hasSizeLessThan(80);
        }
    }

    /** What a file leaves out and what its cell says must be one; the folder is resolved by the file alone. */
    private static Map<String, String> forLine(Map<String, String> values) {
        Map<String, String> all = new java.util.LinkedHashMap<>(values);
        all.remove("data.path");
        all.remove("evaluation.features");
        return all;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void aTwinDiffersInSizesAlone(PaperCell cell) {
        RunSettings paper = SettingsFile.read(FILES.resolve(cell.file()), Map.of());
        RunSettings twin = SettingsFile.read(FILES.resolve(cell.twin()), Map.of());
        assertThat(SettingsDiff.between(paper, twin))
                .extracting(Change::path)
                .isSubsetOf(
                        "model.generator_channels",
                        "model.discriminator_channels",
                        "training.steps",
                        "training.batch_size",
                        "training.average_decay",
                        "training.average_from_step",
                        "logging.scalars_every_steps",
                        "logging.samples_every_steps",
                        "checkpoints.every_steps",
                        "evaluation.every_steps",
                        "evaluation.samples")
                .contains("model.generator_channels", "training.steps");
        assertThat(twin.evaluation().everySteps())
                .isBetween(1, (int) twin.training().steps());
    }

    /** Method A.4 to A.7, B.3: every cell of a backbone and dataset has these. */
    @ParameterizedTest
    @CsvSource({
        "table1-sndcgan-cifar10, SNDCGAN, CIFAR10, 32, 0, 512, 512, 128, 4, 20, 1, 0.0002, 0.5, 0.999, 100000, 64",
        "table1-sndcgan-stl10, SNDCGAN, STL10, 48, 0, 512, 512, 128, 4, 10, 1, 0.0002, 0.5, 0.999, 100000, 64",
        "table1-sndcgan-celeba, SNDCGAN, CELEBA, 64, 0, 1024, 1024, 128, 4, 20, 1, 0.0001, 0.5, 0.999, 100000, 64",
        "table1-sngan-cifar10, SNGAN, CIFAR10, 32, 0, 256, 128, 128, 2, 20, 5, 0.0002, 0, 0.9, 100000, 64",
        "table1-sngan-stl10, SNGAN, STL10, 48, 0, 512, 1024, 128, 2, 30, 5, 0.0002, 0, 0.9, 100000, 64",
        "table1-sngan-celeba, SNGAN, CELEBA, 64, 0, 1024, 1024, 128, 2, 20, 5, 0.0002, 0, 0.9, 100000, 64",
        "conditional-cganpd-cifar10, CGANPD, CIFAR10, 32, 10, 256, 128, 128, 2, 10, 5, 0.0002, 0, 0.9, 100000, 64",
        "conditional-cganpd-cifar100, CGANPD, CIFAR100, 32, 100, 256, 128, 128, 2, 20, 5, 0.0002, 0, 0.9, 100000, 64",
        "table2-biggan-imagenet, BIGGAN, IMAGENET, 128, 1000, 1536, 1536, 120, 2, 20, 1, 0.0001, 0, 0.999, 50000, 256",
    })
    void aPaperFileHasThePapersNumbers(
            String key,
            ModelSettings.Backbone backbone,
            DataSettings.Dataset dataset,
            int size,
            int classes,
            int generator,
            int discriminator,
            int latent,
            int shared,
            double lambda,
            int criticSteps,
            double rate,
            double beta1,
            double beta2,
            long steps,
            int batch)
            throws IOException {
        List<RunSettings> runs = filesOf(key);
        List<Double> widths =
                backbone == ModelSettings.Backbone.BIGGAN ? List.of(0.5, 1.0) : List.of(0.25, 0.5, 0.75, 1.0);
        Set<Double> individual = new TreeSet<>();
        int slimmable = 0;
        for (RunSettings run : runs) {
            assertThat(run.data().dataset()).isEqualTo(dataset);
            assertThat(run.data().imageSize()).isEqualTo(size);
            ModelSettings model = run.model();
            assertThat(model.backbone()).isEqualTo(backbone);
            assertThat(List.of(
                            model.classes(),
                            model.generatorChannels(),
                            model.discriminatorChannels(),
                            model.latentSize()))
                    .containsExactly(classes, generator, discriminator, latent);
            TrainingSettings t = run.training();
            assertThat(List.of(t.discriminatorSteps(), t.batchSize())).containsExactly(criticSteps, batch);
            assertThat(t.steps()).isEqualTo(steps);
            assertThat(List.of(
                            t.optimizer().learningRate(),
                            t.optimizer().beta1(),
                            t.optimizer().beta2()))
                    .containsExactly(rate, beta1, beta2);
            if (model.widths().size() > 1) {
                slimmable++;
                assertThat(model.widths()).isEqualTo(widths);
                assertThat(run.discriminator().sharedLayers()).isEqualTo(shared);
                assertThat(t.distillationWeight()).isEqualTo(lambda);
                assertThat(t.distillation()).isEqualTo(TrainingSettings.Distillation.STEPWISE);
            } else {
                assertThat(model.individualNarrowDiscriminator()).isTrue();
                individual.add(model.individualWidth());
            }
        }
        assertThat(slimmable).isEqualTo(backbone == ModelSettings.Backbone.CGANPD ? 2 : 1);
        assertThat(individual).containsExactlyElementsOf(widths);
        assertThat(runs).hasSize(slimmable + widths.size());
    }

    private static List<RunSettings> filesOf(String key) throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve("paper"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(key + "-"))
                    .sorted()
                    .map(file -> SettingsFile.read(file, Map.of()))
                    .toList();
        }
    }

    /** Method C: what each row of the ablation table is. */
    @ParameterizedTest
    @CsvSource({
        "row1-individual-0.25, 1, 0.25, true, SHARED, 0, ALL, STEPWISE, 0",
        "row1-individual-1, 1, 1, true, SHARED, 0, ALL, STEPWISE, 0",
        "row2-full-discriminator-0.5, 1, 0.5, false, SHARED, 0, ALL, STEPWISE, 0",
        "row3-slimmable-generator, 4, 1, false, SHARED, 0, ALL, STEPWISE, 0",
        "row4-shared-discriminator, 4, 1, false, SHARED, 4, ALL, STEPWISE, 0",
        "row5-slimgan, 4, 1, false, SHARED, 4, ALL, STEPWISE, 20",
        "row6-same-discriminator, 4, 1, false, SAME, 0, ALL, STEPWISE, 0",
        "row7-slimmable-discriminator, 4, 1, false, SLIMMABLE, 0, ALL, STEPWISE, 0",
        "row8-distillation-only, 4, 1, false, SHARED, 0, WIDEST, STEPWISE, 20",
        "row9-naive-distillation, 4, 1, false, SHARED, 4, ALL, NAIVE, 20",
    })
    void everyRowOfTheAblationTableHasItsFile(
            String row,
            int widths,
            double individual,
            boolean narrow,
            DiscriminatorSettings.Kind kind,
            int shared,
            DiscriminatorSettings.JudgedWidths judged,
            TrainingSettings.Distillation distillation,
            double weight) {
        RunSettings run = SettingsFile.read(FILES.resolve("paper/table4-sndcgan-cifar10-" + row + ".yaml"), Map.of());
        assertThat(run.model().widths()).hasSize(widths);
        assertThat(run.model().individualWidth()).isEqualTo(individual);
        assertThat(run.model().individualNarrowDiscriminator()).isEqualTo(narrow);
        assertThat(run.discriminator().kind()).isEqualTo(kind);
        assertThat(run.discriminator().sharedLayers()).isEqualTo(shared);
        assertThat(run.discriminator().judgedWidths()).isEqualTo(judged);
        assertThat(run.training().distillation()).isEqualTo(distillation);
        assertThat(run.training().distillationWeight()).isEqualTo(weight);
    }

    /** Method A.8: published for the 32-pixel residual networks alone. */
    @Test
    void whatThePaperDoesNotSayIsMarked() throws IOException {
        for (PaperCell cell : cells()) {
            String text = Files.readString(FILES.resolve(cell.file()));
            boolean published = text.contains("backbone: cganpd")
                    || text.contains("backbone: sngan") && text.contains("dataset: cifar10")
                    || text.contains("widths: [1]")
                    || cell.name().contains("row3");
            String above = text.lines()
                    .takeWhile(line -> !line.contains("shared_layers:"))
                    .collect(Collectors.joining("\n"));
            String note = above.substring(above.lastIndexOf("\n  kind:"));
            assertThat(note.contains("# not in the paper:")).as(cell.name()).isEqualTo(!published);
            assertThat(text).as(cell.name()).contains("# not in the paper: the authors fixed none.\nseed: 0");
        }
    }
}
