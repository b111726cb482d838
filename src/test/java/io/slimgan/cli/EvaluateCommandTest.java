package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command over the engine that really computes, on a tiny run of the built-in images. */
class EvaluateCommandTest {

    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        String config =
                Files.writeString(folder.resolve("tiny.yaml"), TinyRun.SETTINGS).toString();
        assertThat(slimgan("train", config).exitCode()).isZero();
        for (String width : List.of("0.5", "1")) {
            String one = Files.writeString(
                            folder.resolve("one.yaml"),
                            TinyRun.SETTINGS.replace("widths: [0.5, 1]", "widths: [1], individual_width: " + width))
                    .toString();
            assertThat(slimgan("train", one, "--run", "individual-" + width).exitCode())
                    .isZero();
        }
    }

    private static CommandLineRun slimgan(String... args) {
        return TinyRun.slimgan(folder, args);
    }

    private static List<JsonNode> measured(String... args) {
        String[] all = Stream.concat(
                        Stream.of("evaluate"), Stream.concat(Stream.of(args), Stream.of("--json", "--threads", "1")))
                .toArray(String[]::new);
        CommandLineRun run = slimgan(all);
        // A slow machine is told how far it is; nothing else stands there.
        assertThat(run.err().lines().filter(line -> !line.isBlank()))
                .allSatisfy(line -> assertThat(line).contains("Measuring"));
        assertThat(run.exitCode()).isZero();
        return run.out().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static Path pictures(String name, int count, int size, int seed) throws IOException {
        Path pictures = Files.createDirectories(folder.resolve(name));
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            BufferedImage image = new BufferedImage(size, size + i % 2, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < size * size; p++) {
                image.setRGB(p % size, p / size, random.nextInt(1 << 24));
            }
            ImageIO.write(image, "png", pictures.resolve(i + ".png").toFile());
        }
        return pictures;
    }

    private static double value(List<JsonNode> values, String metric, String width) {
        return values.stream()
                .filter(v -> v.get("metric").asString().equals(metric)
                        && v.get("width").toString().equals(width))
                .findFirst()
                .orElseThrow()
                .get("value")
                .asDouble();
    }

    @Test
    void aRunIsMeasuredAtAllItsWidths() {
        List<JsonNode> values =
                measured("tiny", "--metrics", "fid,kid,precision,recall,mic,ic,vol", "--samples", "40", "--again");
        assertThat(values).hasSize(4 * 2 + 1 + 1 + 3);
        for (JsonNode value : values) {
            assertThat(value.propertyNames())
                    .contains(
                            "metric",
                            "name",
                            "width",
                            "value",
                            "std",
                            "n",
                            "features",
                            "preprocessing",
                            "quantisation",
                            "split",
                            "seed");
        }
        JsonNode fid = values.get(0);
        assertThat(fid.get("name").asString()).startsWith("FID*").endsWith("-40");
        assertThat(fid.get("width").asDouble()).isEqualTo(0.5);
        assertThat(fid.get("split").asString()).isEqualTo("held-out");
        assertThat(fid.get("n").asInt()).isEqualTo(40);
        assertThat(fid.get("warning").asString()).contains("fewer images (40) than features");
        assertThat(value(values, "mic", "[0.5,1.0]"))
                .isCloseTo(value(values, "ic", "[0.5,1.0]"), within(1e-9))
                .isPositive();
        assertThat(value(values, "vol", "\"real\"")).isPositive();
    }

    @Test
    void aSecondCallFindsWhatWasMeasured() throws IOException {
        String[] call = {"tiny", "--metrics", "fid,mic", "--samples", "30", "--seed", "5"};
        List<JsonNode> first = measured(call);
        long files = evaluations();
        assertThat(measured(call)).isEqualTo(first);
        assertThat(evaluations()).as("nothing new was measured").isEqualTo(files);
        measured("tiny", "--metrics", "fid,mic,vol", "--samples", "30", "--seed", "5");
        assertThat(evaluations()).isEqualTo(files + 1);
        measured("tiny", "--metrics", "fid,mic", "--samples", "30", "--seed", "6");
        assertThat(evaluations()).isEqualTo(files + 2);
        String again = folder.resolve("tiny/checkpoints/step-00000001").toString();
        assertThat(measured(again, "--metrics", "fid,mic", "--samples", "30", "--seed", "5"))
                .as("another checkpoint is measured for itself")
                .isNotEqualTo(first);
    }

    private static long evaluations() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tiny/evaluations"))) {
            return files.count();
        }
    }

    @Test
    void measuringAnewGivesTheSameNumbers() {
        String[] call = {"tiny", "--metrics", "fid,mic,kid", "--samples", "25", "--again"};
        assertThat(measured(call)).isEqualTo(measured(call));
    }

    @Test
    void severalSeedsGiveADeviation() {
        List<JsonNode> three = measured("tiny", "--metrics", "mic", "--samples", "20", "--seeds", "3");
        double sum = 0;
        for (String seed : List.of("0", "1", "2")) {
            sum += measured("tiny", "--metrics", "mic", "--samples", "20", "--seed", seed)
                    .get(0)
                    .get("value")
                    .asDouble();
        }
        assertThat(three.get(0).get("value").asDouble()).isCloseTo(sum / 3, within(1e-9));
        assertThat(three.get(0).get("std").asDouble()).isPositive();
        assertThat(three.get(0).get("seeds").asInt()).isEqualTo(3);
    }

    @Test
    void individualRunsCountTogether() {
        List<JsonNode> values =
                measured("individual-1", "tiny", "individual-0.5", "--metrics", "fid,mic", "--samples", "20");
        assertThat(values.stream().map(v -> v.get("subject").asString()).distinct())
                .containsExactly("Individual", "tiny");
        List<JsonNode> together = values.stream()
                .filter(v -> v.get("subject").asString().equals("Individual"))
                .toList();
        assertThat(together.stream().map(v -> v.get("width").toString())).containsExactly("0.5", "1.0", "[0.5,1.0]");
        assertThat(value(together, "mic", "[0.5,1.0]")).isPositive();
        double alone = measured("individual-0.5", "--metrics", "fid", "--samples", "20")
                .get(0)
                .get("value")
                .asDouble();
        assertThat(value(together, "fid", "0.5")).isCloseTo(alone, within(1e-6 * alone));
    }

    @Test
    void theRangeOfTheImagesDecidesInMinMaxMode() {
        List<JsonNode> plain = measured("tiny", "--metrics", "mic", "--samples", "20");
        List<JsonNode> stretched = measured("tiny", "--metrics", "mic", "--samples", "20", "--quantisation", "min-max");
        assertThat(stretched.get(0).get("quantisation").asString()).isEqualTo("min-max");
        assertThat(stretched.get(0).get("value").asDouble())
                .isGreaterThan(plain.get(0).get("value").asDouble());
    }

    @Test
    void aFolderIsHeldAgainstAFolder() throws IOException {
        String one = pictures("one", 30, 20, 1).toString();
        String same = pictures("same", 30, 20, 1).toString();
        String two = pictures("two", 24, 24, 2).toString();
        List<JsonNode> itself = measured(one, "--against", same, "--metrics", "fid,kid");
        assertThat(value(itself, "fid", "null")).isCloseTo(0, within(1e-3));
        assertThat(itself.get(0).get("warning").asString())
                .contains("Only 30 images were there instead of 10,000.")
                .contains("Only 30 real images were there");
        List<JsonNode> other = measured(one, "--against", two, "--metrics", "fid,precision,recall");
        assertThat(value(other, "fid", "null")).isGreaterThan(1e-3);
        assertThat(other.get(0).get("split").asString()).isEqualTo("all");
    }

    @Test
    void statisticsAreWrittenAndRead() throws IOException {
        String one = pictures("stats-one", 30, 20, 3).toString();
        String two = pictures("stats-two", 30, 20, 4).toString();
        String file = folder.resolve("one.npz").toString();
        List<JsonNode> direct = measured(two, "--against", one, "--metrics", "fid");
        measured(one, "--save-stats", file);
        List<JsonNode> through = measured(two, "--against", file);
        double fid = value(direct, "fid", "null");
        assertThat(value(through, "fid", "null")).isCloseTo(fid, within(1e-6 * fid));
        assertThat(value(measured(file, "--against", file), "fid", "null")).isCloseTo(0, within(1e-6));
        String other = folder.resolve("two.npz").toString();
        measured(two, "--save-stats", other);
        List<JsonNode> files = measured(other, "--against", file);
        assertThat(value(files, "fid", "null")).isCloseTo(fid, within(1e-6 * fid));
        assertThat(files.get(0).get("warning").asString()).contains("do not say of which network");
    }

    @Test
    void aTableIsForPeople() {
        CommandLineRun run = slimgan("evaluate", "tiny", "--samples", "20", "--threads", "1");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("tiny, step 2")
                .contains("not comparable with papers")
                .contains("against Built-in shapes (held-out, 20 images), seed 0")
                .containsPattern("width +FID\\*\\S*-20 +KID")
                .containsPattern("\n0\\.5 +\\d")
                .containsPattern("\nreal +\\d")
                .containsPattern("\nmIC\\*\\S*-20  \\S+  \\(95 % interval \\S+ to \\S+\\)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere | nowhere is neither a run",
                "tiny --metrics fidd | --metrics fidd: allowed are fid, fid-infinity, kid",
                "tiny --samples 3 | --samples is 3",
                "tiny --preset huge | --preset huge: allowed are paper, paper-stl, quick.",
                "tiny --features none.pth | --features none.pth: there is no such file",
                "tiny --against nowhere | --against nowhere: there is no such folder",
                "tiny --against RUN | this is a run, whose pictures are no real images",
                "tiny --against TEXT | text.npz is no file of statistics: it is no npz file",
                "tiny --checkpoint 7 | no checkpoint of step 7; there are",
                "tiny --tap 999 --samples 20 --metrics fid | 999",
                "individual-1 --metrics mic --samples 20 | mIC of individual-1 cannot be measured: it compares widths",
                "tiny.yaml | is no file of statistics",
            })
    void whatCannotBeMeasuredIsSaidInOneSentence(String args, String sentence) throws IOException {
        String[] typed = args.strip()
                .replace("RUN", folder.resolve("individual-1").toString())
                .replace(
                        "TEXT",
                        Files.writeString(folder.resolve("text.npz"), "words").toString())
                .replace("tiny.yaml", folder.resolve("tiny.yaml").toString())
                .split(" ");
        CommandLineRun run =
                slimgan(Stream.concat(Stream.of("evaluate"), Stream.of(typed)).toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("slimgan: ").contains(sentence.strip()).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void realImagesOfCifarAreThoseForTesting() {
        Path cifar = Path.of(System.getProperty("shared.dir", "")).resolve("data/cifar-10-batches-bin");
        assumeTrue(Files.isDirectory(cifar), "Skipped: there is no CIFAR-10 in the folder of shared.dir.");
        List<JsonNode> values =
                measured("individual-0.5", "--against", cifar.toString(), "--samples", "2000", "--metrics", "fid,vol");
        assertThat(values.get(0).get("split").asString()).isEqualTo("test");
        assertThat(values.get(0).get("against").asString()).isEqualTo("CIFAR-10");
        assertThat(values.get(0).get("n_real").asInt()).isBetween(1, 2000);
    }
}
