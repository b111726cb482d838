package io.slimgan.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.Preset;
import io.slimgan.config.Presets;
import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsProblem;
import io.slimgan.config.SettingsSchema;
import io.slimgan.ui.FakeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsDraftTest {

    private final SettingsDraft draft = new SettingsDraft(FakeSettings.small());

    static Iterable<Preset> presets() {
        return Presets.all().toList();
    }

    @Test
    void aDraftOfSettingsAmountsToThem() {
        assertThat(draft.reading().get().settings()).contains(FakeSettings.small());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void loadingReplacesEverySetting(Preset preset) {
        draft.load(preset.settings());

        if (!preset.settings().data().path().isEmpty() || preset.name().equals("quick-cpu")) {
            assertThat(draft.reading().get().settings()).contains(preset.settings());
        } else {
            assertThat(draft.reading().get().problems())
                    .extracting(SettingsProblem::path)
                    .containsExactly("data.path");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "training.batch_size, 0",
        "training.batch_size, many",
        "training.batch_size, ''",
        "training.optimizer.learning_rate, -1",
        "data.image_size, 33",
        "seed, 1.5"
    })
    void aWrongTextIsToldBesideItsOwnField(String path, String text) {
        draft.text(path).set(text);

        assertThat(draft.reading().get().settings()).isEmpty();
        assertThat(draft.problem(path)).isPresent();
        for (SettingsField other : SettingsSchema.fields()) {
            if (!other.path().equals(path)) {
                assertThat(draft.problem(other.path())).as(other.path()).isEmpty();
            }
        }
    }

    @Test
    void messagesCallSettingsByTheirLabels() {
        draft.text("training.batch_size").set("0");

        assertThat(draft.problem("training.batch_size"))
                .contains("Batch size is 0; allowed is a whole number from 2 to 4096.");
    }

    @Test
    void messagesCallNetworksByTheirNames() {
        draft.text("data.image_size").set("64");
        draft.text("model.backbone").set("cganpd");

        assertThat(draft.problem("data.image_size")).contains("Image size is 64; allowed with cGAN-pd is 32.");
    }

    @Test
    void aMissingFolderIsToldWithoutTheCommandLine() {
        draft.text("data.dataset").set("cifar10");

        Optional<String> problem = draft.problem("data.path");
        assertThat(problem).isPresent();
        assertThat(problem.get())
                .doesNotContain("--set")
                .doesNotContain("data.path")
                .endsWith(
                        "CIFAR-10 needs the folder with data_batch_1.bin to data_batch_5.bin, or cifar-10-binary.tar.gz.");
    }

    @Test
    void anotherDatasetComesInItsUsualSizeUnlessOneWasChosen() {
        draft.text("data.image_size").set("32");
        draft.text("data.dataset").set("stl10");
        assertThat(draft.text("data.image_size").get()).isEqualTo("48");
        draft.text("data.dataset").set("celeba");
        assertThat(draft.text("data.image_size").get()).isEqualTo("64");
        draft.text("data.image_size").set("16");
        draft.text("data.dataset").set("mnist");
        assertThat(draft.text("data.image_size").get()).isEqualTo("16");
    }

    @Test
    void widthsStandWithoutBrackets() {
        assertThat(draft.text("model.widths").get()).isEqualTo("0.25, 0.5, 0.75, 1");
        draft.text("model.widths").set("0.5,1");
        assertThat(draft.reading().get().settings().orElseThrow().model().widths())
                .containsExactly(0.5, 1.0);
    }

    @Test
    void aConditionalNetworkDrawsTheDatasetsClasses() {
        draft.text("data.dataset").set("cifar10");
        draft.text("model.backbone").set("cganpd");
        assertThat(draft.text("model.classes").get()).isEqualTo("10");

        draft.text("data.dataset").set("cifar100");
        assertThat(draft.text("model.classes").get()).isEqualTo("100");
        draft.text("data.labels").set("coarse");
        assertThat(draft.text("model.classes").get()).isEqualTo("20");

        draft.text("model.backbone").set("sngan");
        assertThat(draft.text("model.classes").get()).isEqualTo("0");
    }

    @Test
    void aSizeThatTheNetworkDoesNotDrawIsNotTaken() {
        draft.text("data.image_size").set("32");
        draft.text("model.backbone").set("cganpd");
        draft.text("data.dataset").set("stl10");
        assertThat(draft.text("data.image_size").get()).isEqualTo("32");
        draft.text("model.backbone").set("biggan");
        draft.text("data.dataset").set("imagenet");
        assertThat(draft.text("data.image_size").get()).isEqualTo("128");
        draft.text("model.backbone").set("sngan");
        draft.text("data.dataset").set("folder");
        assertThat(draft.text("data.image_size").get()).isEqualTo("32");
    }

    @Test
    void theOldDatasetsFolderDoesNotStay(@TempDir Path folder) throws IOException {
        Files.write(Files.createDirectories(folder.resolve("mnist")).resolve("train-images-idx3-ubyte"), new byte[1]);
        draft.text("data.dataset").set("mnist");
        draft.text("data.path").set(folder.toString());
        draft.text("data.dataset").set("shapes");
        draft.text("data.dataset").set("mnist");
        assertThat(draft.text("data.path").get()).isEqualTo(folder.toString());
        draft.text("data.dataset").set("cifar10");
        assertThat(draft.text("data.path").get()).isEmpty();
    }

    @Test
    void classesThatAreKnownOrFoundAreFilledIn() {
        draft.text("model.backbone").set("cganpd");
        assertThat(draft.text("model.classes").get()).as("shapes").isEqualTo("10");
        draft.text("data.dataset").set("cifar100");
        draft.text("data.dataset").set("stl10");
        draft.text("data.split").set("labelled");
        assertThat(draft.text("model.classes").get()).isEqualTo("10");

        draft.text("data.dataset").set("folder");
        assertThat(draft.text("model.classes").get()).isEqualTo("0");
        draft.foundClasses(7);
        assertThat(draft.text("model.classes").get()).isEqualTo("7");
        draft.text("data.path").set("elsewhere");
        assertThat(draft.text("model.classes").get()).as("of the old folder").isEqualTo("0");
    }

    @Test
    void imagesAreKnownBesideAMistakeElsewhere() {
        draft.text("training.batch_size").set("0");
        assertThat(draft.data().get()).contains(FakeSettings.small().data());
        draft.text("data.dataset").set("cifar10");
        assertThat(draft.data().get()).isEmpty();
    }
}
