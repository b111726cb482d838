package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {

    @TempDir
    Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("quick.yaml"), yaml);
    }

    private String sentence(String yaml, Map<String, String> overrides) throws IOException {
        Path file = file(yaml);
        try {
            SettingsFile.read(file, overrides);
        } catch (UserError e) {
            assertThat(e.sentence()).doesNotContain("\n");
            return e.sentence().replace(folder + "/", "");
        }
        return "no error";
    }

    @Test
    void aFileNamesOnlyWhatDiffers() throws IOException {
        RunSettings settings = SettingsFile.read(
                file("# mine\nseed: 7\ntraining:\n  steps: 1_000\n  optimizer: {learning_rate: 1e-4}\nlogging:\n"),
                Map.of());
        RunSettings defaults = Defaults.settings();
        assertThat(settings.seed()).isEqualTo(7);
        assertThat(settings.training().steps()).isEqualTo(1000);
        assertThat(settings.training().optimizer().learningRate()).isEqualTo(1e-4);
        assertThat(settings.training().batchSize()).isEqualTo(64);
        assertThat(settings.model()).isEqualTo(defaults.model());
        assertThat(settings.logging()).isEqualTo(defaults.logging());
    }

    @Test
    void defaultsAreThePapersSndcganAndHaveNoProblem() {
        assertThat(SettingsCheck.problems(Defaults.settings())).isEmpty();
        assertThat(SettingsFile.toYaml(Defaults.settings()))
                .contains("  widths: [0.25, 0.5, 0.75, 1]\n")
                .contains("  distillation_weight: 20\n")
                .contains("    learning_rate: 0.0002\n")
                .contains("    epsilon: 1e-8\n")
                .contains("  spectral_norm: per_step\n")
                .contains("  dataset: shapes\n");
    }

    @Test
    void whatIsWrittenIsReadBackEqual() throws IOException {
        Path data = folder.resolve("a \"strange\\ folder\" with ü: #1");
        RunSettings settings = SettingsFile.read(
                file("{}"),
                Map.of(
                        "data.dataset", "folder",
                        "data.path", data.toString(),
                        "model.widths", "0.3,0.7000000000000001,1",
                        "training.optimizer.epsilon", "1.2345678901234567e-9",
                        "seed", "9223372036854775807"));
        Path written = folder.resolve("run.yaml");
        SettingsFile.write(written, settings);
        assertThat(SettingsFile.read(written, Map.of())).isEqualTo(settings);
        assertThat(settings.data().path()).isEqualTo(data.toString());
    }

    @Test
    void aRelativePathIsRelativeToTheFileAndInAnOverrideToTheCurrentFolder() throws IOException {
        Path file = file("data: {dataset: folder, path: ../images}");
        assertThat(SettingsFile.read(file, Map.of()).data().path())
                .isEqualTo(folder.resolveSibling("images").toString());
        assertThat(SettingsFile.read(file, Map.of("data.path", "images")).data().path())
                .isEqualTo(Path.of("images").toAbsolutePath().toString());
    }

    @Test
    void bothSpellingsOfAChoiceAreRead() throws IOException {
        RunSettings settings =
                SettingsFile.read(file("discriminator: {spectral_norm: per-forward, judged_widths: WIDEST}"), Map.of());
        assertThat(settings.discriminator().spectralNorm())
                .isEqualTo(DiscriminatorSettings.SpectralNormPolicy.PER_FORWARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "training:#  batchsize: 8|quick.yaml:2: unknown setting training.batchsize; did you mean training.batch_size?",
                "training:#  batchSize: 8|quick.yaml:2: unknown setting training.batchSize; did you mean training.batch_size?",
                "#batch_size: 8|quick.yaml:2: unknown setting batch_size; did you mean training.batch_size?",
                "optimizer: {lr: 1}|quick.yaml:1: unknown setting optimizer.lr; did you mean training.optimizer.learning_rate?",
                "training: {lambda: 1}|quick.yaml:1: unknown setting training.lambda; did you mean training.distillation_weight?",
                "engine:#  zebra: 1|quick.yaml:2: unknown setting engine.zebra; allowed are device, threads, precision.",
                "training:#  batch_size: 0|quick.yaml:2: training.batch_size is 0; allowed is a whole number from 2 to 4096.",
                "training:#  batch_size: 1e9999999|quick.yaml:2: training.batch_size is 1e9999999; allowed is a whole number from 2 to 4096.",
                "training:#  batch_size: 99999999999|quick.yaml:2: training.batch_size is 99999999999; allowed is a whole number from 2 to 4096.",
                "training:#  batch_size: many|quick.yaml:2: training.batch_size is \"many\"; allowed is a whole number from 2 to 4096.",
                "training:#  batch_size: 6.5|quick.yaml:2: training.batch_size is 6.5; allowed is a whole number from 2 to 4096.",
                "training:#  batch_size:|quick.yaml:2: training.batch_size has no value; allowed is a whole number from 2 to 4096.",
                "training:#  batch_size: {a: 1}|quick.yaml:2: training.batch_size is one value, not a group of settings; allowed is a whole number",
                "training: 5|quick.yaml:1: training is a group of settings, not one value; allowed are steps,",
                "training:#  loss: wgan|quick.yaml:2: training.loss is \"wgan\"; allowed is hinge, non_saturating, least_squares or wasserstein.",
                "seed: -1|quick.yaml:1: seed is -1; allowed is a whole number from 0 up.",
                "seed: nan|quick.yaml:1: seed is \"nan\"; allowed is",
                "training: {optimizer: {beta2: 1}}|quick.yaml:1: training.optimizer.beta2 is 1; allowed is a number from 0 and below 1.",
                "training: {optimizer: {beta2: .nan}}|quick.yaml:1: training.optimizer.beta2 is \".nan\"; allowed is",
                "training: {optimizer: {learning_rate: 0}}|quick.yaml:1: training.optimizer.learning_rate is 0; allowed is a number above 0 and up to 1.",
                "model:#  widths: [0.5, 0.25, 1]|quick.yaml:2: model.widths has 0.25 after 0.5; allowed is 1 to 16 numbers above 0 and up to 1, ascending, the last is 1.",
                "model:#  widths: [0.25, 0.5]|quick.yaml:2: model.widths ends with 0.5; allowed is",
                "model:#  widths: []|quick.yaml:2: model.widths is []; allowed is",
                "model:#  widths: [0.5, 2]|quick.yaml:2: model.widths is [0.5, 2]; allowed is",
                "model:#  widths: [0.5, x]|quick.yaml:2: model.widths is \"[0.5, x]\"; allowed is",
                "model:#  widths: [[1]]|quick.yaml:2: model.widths is a list of lists or groups; no setting is.",
                "model: {individual_narrow_discriminator: yes}|quick.yaml:1: model.individual_narrow_discriminator is \"yes\"; allowed is true or false.",
                "data:#  image_size: 40|quick.yaml:2: data.image_size is 40; allowed with model.backbone sndcgan is 16, 32, 48 or 64.",
                "data:#  dataset: cifar10|quick.yaml: data.path is empty; dataset cifar10 needs the folder with data_batch_1.bin",
                "seed: 1#seed: 2|quick.yaml:2: seed is set twice, first in line 1; remove one of the two.",
                "data: {image_size: 32}#data:#  path: x|quick.yaml:2: data is set twice, first in line 1",
                "schema: 4#brand_new: 1|quick.yaml:1: schema is 4, which a newer version of this program wrote; allowed is up to 3.",
                "schema: one|quick.yaml:1: schema is \"one\"; allowed is a whole number from 1 to 3.",
                "evaluation: {metrics: [fid, ssim]}|quick.yaml:1: evaluation.metrics is \"[fid, ssim]\"; allowed is one or more of fid,",
                "evaluation: {metrics: []}|quick.yaml:1: evaluation.metrics is []; allowed is one or more of fid,",
                "- 1|quick.yaml:1: here should be settings",
                "hello|quick.yaml:1: here should be settings",
                "seed: &a 1#training: {steps: *a}|quick.yaml:2: training.steps is an alias",
                "seed: 1#---#seed: 2|quick.yaml:",
                "# only a comment|quick.yaml is empty; name at least one setting",
            })
    void aMistakeIsToldInOneLine(String yaml, String message) throws IOException {
        assertThat(sentence(yaml.startsWith("# only") ? yaml : yaml.replace('#', '\n'), Map.of()))
                .startsWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"seed: [1", "seed: 'x", "\tseed: 1", "seed: 1\n  steps: 2", "a: b: c", "%", "{", "seed: \"\\q\""
            })
    void brokenYamlNamesItsLine(String yaml) throws IOException {
        assertThat(sentence(yaml, Map.of())).matches("quick\\.yaml:\\d: this is not valid YAML: .+\\.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "training.batch_size|0|--set training.batch_size=0: training.batch_size is 0; allowed is a whole number from 2 to 4096.",
                "batch_size|8|--set batch_size=8: unknown setting batch_size; did you mean training.batch_size?",
                "training|8|--set training=8: training is a group of settings, not one value",
                "model.widths|1,0.5|--set model.widths=1,0.5: model.widths has 0.5 after 1; allowed is",
            })
    void anOverrideIsNamedAsSuch(String key, String value, String message) throws IOException {
        assertThat(sentence("seed: 1", Map.of(key, value))).startsWith(message);
    }

    @Test
    void filesThatAreNoTextAreRefused() throws IOException {
        Path binary = Files.write(folder.resolve("x.yaml"), "seed: ü".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);
        for (Path path : List.of(binary, large, folder, folder.resolve("missing.yaml"))) {
            assertThatExceptionOfType(UserError.class)
                    .isThrownBy(() -> SettingsFile.read(path, Map.of()))
                    .withMessageStartingWith(path.toString());
        }
    }

    @Test
    void aRunOfTheFirstSchemaOpensAndMeasuresNothingUnlessToldTo() throws IOException {
        Path yaml = Files.writeString(folder.resolve("run.yaml"), "schema: 1\nseed: 3\n");
        RunSettings read = SettingsFile.read(yaml, Map.of());
        assertThat(read.schema()).isEqualTo(RunSettings.SCHEMA);
        assertThat(read.seed()).isEqualTo(3);
        assertThat(read.evaluation().measures()).isFalse();
        assertThat(read.watches()).isEqualTo(Defaults.settings().watches());
        RunSettings told = SettingsFile.read(yaml, Map.of("evaluation.every_steps", "50"));
        assertThat(told.evaluation().everySteps()).isEqualTo(50);
        assertThat(SettingsDiff.refusal(SettingsDiff.between(read, told))).isEmpty();
    }

    @Test
    void aRunOfTheSecondSchemaOpensWithTheDefaultsOfWhatItLacks() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("run.yaml"), "schema: 2\nseed: 3\ndata: {dataset: cifar10, path: x, image_size: 32}\n");
        RunSettings read = SettingsFile.read(yaml, Map.of());
        assertThat(read.schema()).isEqualTo(RunSettings.SCHEMA);
        assertThat(read.evaluation()).isEqualTo(Defaults.settings().evaluation());
        assertThat(read.data())
                .isEqualTo(new DataSettings(
                        DataSettings.Dataset.CIFAR10, folder.resolve("x").toString(), 32));
    }

    @ParameterizedTest
    @CsvSource({"cifar100,32", "stl10,48", "celeba,64", "mnist,32", "folder,32"})
    void aDatasetWithoutASizeComesInThePapers(String dataset, int size) throws IOException {
        Path yaml = Files.writeString(folder.resolve("x.yaml"), "data: {dataset: " + dataset + ", path: x}\n");
        assertThat(SettingsFile.read(yaml, Map.of()).data().imageSize()).isEqualTo(size);
        assertThat(SettingsFile.read(yaml, Map.of("data.image_size", "16"))
                        .data()
                        .imageSize())
                .isEqualTo(16);
    }

    @Test
    void aListOfMetricsIsReadAsPeopleWriteIt() throws IOException {
        Path yaml =
                Files.writeString(folder.resolve("x.yaml"), "evaluation: {metrics: [fid-infinity, FID, fid, mic]}\n");
        assertThat(SettingsFile.read(yaml, Map.of()).evaluation().metrics())
                .containsExactly(Metric.FID_INFINITY, Metric.FID, Metric.MIC);
        assertThat(SettingsFile.read(yaml, Map.of("evaluation.metrics", "kid,recall"))
                        .evaluation()
                        .metrics())
                .containsExactly(Metric.KID, Metric.RECALL);
    }

    @Test
    void theWeightsFileIsRelativeToTheSettingsFile() throws IOException {
        Path yaml = Files.writeString(folder.resolve("x.yaml"), "evaluation: {features: nets/inception.pth}\n");
        assertThat(SettingsFile.read(yaml, Map.of()).evaluation().features())
                .isEqualTo(folder.resolve("nets")
                        .resolve("inception.pth")
                        .toAbsolutePath()
                        .normalize()
                        .toString());
    }

    @Test
    void aConditionalNetworkDrawsAsManyClassesAsItsDatasetIsKnownToHave() throws IOException {
        Path file = file("model: {backbone: cganpd}\ndata: {dataset: cifar100, labels: coarse, path: x}\n");
        assertThat(SettingsFile.readNetworks(file, Map.of()).model().classes()).isEqualTo(20);
        assertThat(SettingsFile.readNetworks(file, Map.of("model.classes", "7"))
                        .model()
                        .classes())
                .isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "cifar10,fine,100,CIFAR-10 has 10 classes; set model.classes to 10.",
        "mnist,fine,9,MNIST has 10 classes; set model.classes to 10.",
        "cifar100,coarse,100,CIFAR-100 has 20 classes; set model.classes to 20."
    })
    void classesThatTheDatasetHasNotAreRefusedBeforeAnyFileIsOpened(
            String dataset, String labels, int classes, String sentence) throws IOException {
        Path file = file("model: {backbone: cganpd}\ndata: {dataset: " + dataset + ", labels: " + labels
                + ", path: x}\nseed: 1\n");
        assertThat(SettingsFile.checkToTrain(file, Map.of("model.classes", Integer.toString(classes)))
                        .problems())
                .singleElement()
                .asString()
                .contains("model.classes is " + classes + ", but " + sentence);
    }
}
