package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsTexts;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunLock;
import io.slimgan.ui.FakeEngineRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCommandTest {

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();

    private static void save(RunFolder run, long step) {
        HostTensor weight = new HostTensor(new float[] {step}, new long[] {1});
        Map<String, HostTensor> tensors = Map.of("l1.weight", weight);
        try (RunLock lock = run.lock()) {
            run.checkpoints().write(new Checkpoint(step, tensors, tensors, tensors, Map.of()));
            assertThat(lock).isNotNull();
        }
    }

    @BeforeEach
    void makeRun() {
        RunSettings settings = SettingsTexts.read(Map.of("data.image_size", "16", "model.widths", "0.25,0.5,1"))
                .settings()
                .orElseThrow();
        RunFolder run = RunFolder.create(workspace, "mine", settings);
        run.writeLatents(new FixedLatents(List.of(11L, 22L, 33L), new HostTensor(new float[3], new long[] {3, 1})));
        save(run, 0);
        save(run, 500);
        room.watchedRun(run.path(), settings);
    }

    private CommandLineRun sample(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "sample";
        args[1] = "--workspace";
        args[2] = workspace.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return CommandLineRun.of(room, args);
    }

    private GridRecipe recipe(String file) {
        return ImageGridPng.recipe(workspace.resolve(file)).orElseThrow();
    }

    @Test
    void theRunsOwnGridOfItsNewestCheckpointIsDrawn() {
        CommandLineRun run = sample("mine", "-o", workspace.resolve("a.png").toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("widths 0.25, 0.5, 1, 3 latents, step 500, 196 x 196 pixels");
        GridRecipe recipe = recipe("a.png");
        assertThat(recipe.step()).isEqualTo(500);
        assertThat(recipe.seeds()).containsExactly(11L, 22L, 33L);
        assertThat(recipe.widths()).containsExactly(0.25, 0.5, 1.0);
        assertThat(recipe.scale()).isEqualTo(4);
    }

    @Test
    void aByteThatChangedInTheNewestCheckpointIsNoticed() throws IOException {
        Path newest = RunFolder.open(workspace.resolve("mine")).checkpoints().path(500);
        Path generator = newest.resolve("generator.safetensors");
        byte[] bytes = Files.readAllBytes(generator);
        bytes[bytes.length - 1] ^= 1;
        Files.write(generator, bytes);
        CommandLineRun run = sample("mine", "-o", workspace.resolve("a.png").toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("slimgan: " + generator + " is damaged; step 0 is drawn instead.\n");
        assertThat(recipe("a.png").step()).isZero();
    }

    @Test
    void aFolderThatIsMadeForThePictureIsTold() {
        Path made = workspace.resolve("new");
        CommandLineRun run =
                sample("mine", "-o", made.resolve("below").resolve("a.png").toString());
        assertThat(run.out())
                .startsWith("Wrote " + made.resolve("below/a.png") + " into the new folder " + made.resolve("below")
                        + ": widths");
        assertThat(sample("mine", "-o", made.resolve("b.png").toString()).out())
                .startsWith("Wrote " + made.resolve("b.png") + ": widths");
    }

    @Test
    void moreColumnsThanTheRunsOwnGridAreDrawnFromItsSeedAndTheReplacedFileIsTold() {
        String png = workspace.resolve("more.png").toString();
        assertThat(sample("mine", "--count", "9", "-o", png).out()).startsWith("Wrote " + png);
        GridRecipe first = recipe("more.png");
        assertThat(first.seeds()).hasSize(9).doesNotHaveDuplicates().startsWith(11L, 22L, 33L);
        assertThat(sample("mine", "--count", "9", "-o", png).out()).startsWith("Replaced " + png);
        assertThat(recipe("more.png").seeds()).isEqualTo(first.seeds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator.safetensors", "state.json", "optimizer.safetensors"})
    void aDamagedNewestCheckpointIsNamed(String file) throws IOException {
        Path newest = RunFolder.open(workspace.resolve("mine")).checkpoints().path(500);
        Files.delete(newest.resolve(file));
        CommandLineRun run = sample("mine", "-o", workspace.resolve("a.png").toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("slimgan: " + newest.resolve(file) + " is damaged; step 0 is drawn instead.\n");
        assertThat(recipe("a.png").step()).isZero();
        assertThat(sample(
                                "mine",
                                "--checkpoint",
                                "0",
                                "-o",
                                workspace.resolve("b.png").toString())
                        .err())
                .as("asked for by its step")
                .isEmpty();
    }

    @Test
    void theOptionsDecideWhatIsDrawn() {
        CommandLineRun run = sample(
                "mine",
                "--widths",
                "1,0.25",
                "--seed",
                "7",
                "--count",
                "2",
                "--checkpoint",
                "0",
                "--scale",
                "1",
                "--out",
                workspace.resolve("sub/b.png").toString());
        assertThat(run.exitCode()).isZero();
        GridRecipe recipe = recipe("sub/b.png");
        assertThat(recipe.widths()).containsExactly(1.0, 0.25);
        assertThat(recipe.seeds()).containsExactly(7L, 8L);
        assertThat(recipe.step()).isZero();
        assertThat(recipe.scale()).isEqualTo(1);
    }

    private RunFolder conditional(String name, List<String> names) {
        RunSettings settings = SettingsTexts.read(Map.of(
                        "model.backbone", "cganpd",
                        "model.classes", "3",
                        "model.widths", "0.5,1",
                        "data.dataset", "folder",
                        "data.path", "pictures"))
                .settings()
                .orElseThrow();
        RunFolder run = RunFolder.create(workspace, name, settings);
        run.writeLatents(new FixedLatents(List.of(11L, 22L), new HostTensor(new float[2], new long[] {2, 1})));
        if (!names.isEmpty()) {
            run.writeClassNames(names);
        }
        save(run, 0);
        room.watchedRun(run.path(), settings);
        return run;
    }

    private String draw(String name, String... options) {
        String[] args = Stream.concat(
                        Stream.of(name, "-o", workspace.resolve("c.png").toString()), Stream.of(options))
                .toArray(String[]::new);
        CommandLineRun run = sample(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    @Test
    void classesAreChosenByNameNumberAndRule() throws IOException {
        conditional("animals", List.of("cat", "dog", "frog"));
        assertThat(draw("animals")).contains("2 latents, classes by seed, step 0");
        assertThat(recipe("c.png").classes()).isEqualTo(ClassChoice.BY_SEED);
        assertThat(draw("animals", "--class", "Dog")).contains("2 latents, class dog, step 0");
        assertThat(recipe("c.png").classes()).isEqualTo(new ClassChoice.One(1));
        draw("animals", "--class", "2");
        assertThat(recipe("c.png").classes()).isEqualTo(new ClassChoice.One(2));
        assertThat(draw("animals", "--classes", "columns")).contains("classes in turn");
        assertThat(recipe("c.png").classes()).isEqualTo(ClassChoice.IN_TURN);
        assertThat(draw("animals", "--classes", "all")).contains("1 latent, all 3 classes, step 0, 196 x 130 pixels");
        assertThat(draw("animals", "--classes", "all", "--count", "2", "--widths", "1"))
                .contains("2 latents, all 3 classes, step 0, 130 x 196 pixels");
        Path again = workspace.resolve("again.png");
        assertThat(sample("--recipe", workspace.resolve("c.png").toString(), "-o", again.toString())
                        .exitCode())
                .isZero();
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(workspace.resolve("c.png")));
        conditional("old", List.of());
        assertThat(draw("old", "--class", "2")).contains("class 2, step 0");
    }

    @Test
    void classesThatThereAreNotAreRefusedInOneLine() {
        conditional("animals", List.of("cat", "dog", "frog"));
        conditional("old", List.of());
        Map<List<String>, String> mistakes = Map.of(
                List.of("animals", "--class", "frgo"), "--class frgo: this run has no such class; did you mean frog?",
                List.of("animals", "--class", "3"), "allowed are cat, dog, frog, or a number from 0 to 2.",
                List.of("old", "--class", "cat"), "give a number from 0 to 2.",
                List.of("mine", "--class", "cat"), "--class cat: this run knows no classes",
                List.of("mine", "--classes", "seed"), "--classes seed: this run knows no classes",
                List.of("animals", "--classes", "rows"), "--classes is rows; allowed are seed, columns and all.",
                List.of("animals", "--classes", "all", "--class", "1"), "give one of the two");
        mistakes.forEach((args, message) -> {
            CommandLineRun run = sample(
                    Stream.concat(args.stream(), Stream.of("-o", "out.png")).toArray(String[]::new));
            assertThat(run.exitCode()).as("%s", args).isEqualTo(2);
            assertThat(run.err()).startsWith("slimgan: ").contains(message).hasLineCount(1);
        });
    }

    @Test
    void aRecipeMakesTheSameFileAgain() throws IOException {
        Path first = workspace.resolve("a.png");
        Path again = workspace.resolve("again.png");
        sample("mine", "--seed", "-5", "--count", "4", "--checkpoint", "0", "-o", first.toString());
        CommandLineRun run = sample("--recipe", first.toString(), "-o", again.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(first));
    }

    @Test
    void aRecipeOfOtherWeightsIsRefused() {
        Path first = workspace.resolve("a.png");
        sample("mine", "-o", first.toString());
        RunFolder other = RunFolder.create(
                workspace, "other", RunFolder.open(workspace.resolve("mine")).settings());
        HostTensor weight = new HostTensor(new float[] {-1}, new long[] {1});
        try (RunLock lock = other.lock()) {
            assertThat(lock).isNotNull();
            Map<String, HostTensor> tensors = Map.of("l1.weight", weight);
            other.checkpoints().write(new Checkpoint(500, tensors, tensors, tensors, Map.of()));
        }
        CommandLineRun run = sample("other", "--recipe", first.toString(), "-o", "x.png");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("other weights").contains("\"mine\"").hasLineCount(1);
    }

    @Test
    void mistakesAreToldInOneLine() throws IOException {
        Path plain = Files.write(workspace.resolve("no.png"), new byte[] {1, 2, 3});
        Map<List<String>, String> mistakes = Map.of(
                List.of("mine", "--widths", "0.3"),
                        "--widths 0.3: this run does not have that width; allowed are 0.25, 0.5, 1.",
                List.of("mine", "--checkpoint", "7"), "has no checkpoint of step 7; there are 0, 500.",
                List.of("mine", "--count", "0"), "--count is 0; allowed is",
                List.of("mine", "--scale", "99"), "scale is 99",
                List.of("nobody"), "There is no run nobody",
                List.of("--recipe", plain.toString()), "no.png",
                List.of("mine", "--recipe", "missing.png"), "missing.png",
                List.of(), "Name the run");
        mistakes.forEach((args, message) -> {
            String[] all = java.util.stream.Stream.concat(args.stream(), java.util.stream.Stream.of("-o", "out.png"))
                    .toArray(String[]::new);
            CommandLineRun run = sample(all);
            assertThat(run.exitCode()).as("%s", args).isEqualTo(2);
            assertThat(run.err()).startsWith("slimgan: ").contains(message).hasLineCount(1);
        });
        assertThat(sample("mine").err()).contains("--out");
        assertThat(sample("mine", "-o", "x.png", "--recipe", "a.png", "--seed", "1")
                        .err())
                .contains("mutually exclusive");
    }
}
