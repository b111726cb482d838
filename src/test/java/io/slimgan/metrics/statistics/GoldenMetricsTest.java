package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.training.NumpyArchive;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The metrics on given features against NumPy's figures, one test by name for each, to 1e-6 relative. The reference's
 * case lies in {@code -Dgolden.dir=...}; a smaller one of our own, which also has figures under NumPy's random subsets,
 * in the test resources.
 */
class GoldenMetricsTest {

    private static final double RELATIVE = 1e-6;

    @TestFactory
    Stream<DynamicTest> theGoldenFolder() {
        Path folder = Path.of(System.getProperty("golden.dir", "../shared/golden"));
        if (!Files.isRegularFile(folder.resolve("metrics.npz"))) {
            return Stream.of(dynamicTest("golden metrics", () -> {
                throw new TestAbortedException("Skipped: there is no metrics.npz at " + folder.toAbsolutePath());
            }));
        }
        return new Case(folder, "metrics").usual();
    }

    @TestFactory
    Stream<DynamicTest> theCaseInTheResources() throws URISyntaxException {
        Path folder = Path.of(GoldenMetricsTest.class.getResource("/golden/").toURI());
        Case own = new Case(folder, "metrics-small");
        return Stream.concat(own.usual(), own.random());
    }

    /** Features and the figures that NumPy gave for them. */
    private static final class Case {
        private final Map<String, HostTensor> arrays;
        private final JsonNode figures;

        Case(Path folder, String name) {
            arrays = NumpyArchive.read(folder.resolve(name + ".npz"));
            figures = JsonMapper.builder()
                    .build()
                    .readTree(folder.resolve(name + ".json").toFile());
        }

        Stream<DynamicTest> usual() {
            FeatureMatrix real = matrix("real");
            FeatureMatrix fake = matrix("fake");
            FeatureMatrix few = matrix("few");
            return Stream.of(
                    test("fid", () -> numbers(FrechetDistance.between(Moments.of(real), Moments.of(fake)))),
                    test(
                            "fid_rank_deficient",
                            () -> numbers(FrechetDistance.between(Moments.of(real), Moments.of(few)))),
                    test("kid", () -> numbers(KernelDistance.whole(real, fake))),
                    test("inception_score", () -> numbers(InceptionScore.of(matrix("logits"), 10))),
                    test(
                            "precision",
                            () -> numbers(PrecisionRecall.of(real, few, 3).precision())),
                    test(
                            "recall",
                            () -> numbers(PrecisionRecall.of(real, few, 3).recall())),
                    test("precision_recall_equal_sizes", () -> numbers(PrecisionRecall.of(real, fake, 3))),
                    test(
                            "ic",
                            () -> Stream.of(consistency().matrix())
                                    .flatMap(row -> numbers(row).stream())
                                    .toList()),
                    test("mic", () -> numbers(consistency().mean())),
                    test("vol", () -> numbers(VarianceOfLaplacian.of(image(), 0))));
        }

        Stream<DynamicTest> random() {
            return Stream.of(
                    test(
                            "kid_subsets",
                            () -> numbers(KernelDistance.subsets(matrix("real"), matrix("fake"), 7, 50, 2020))),
                    test(
                            "inception_score_shuffled",
                            () -> numbers(InceptionScore.shuffled(matrix("logits"), 10, 2020))),
                    test("fid_infinity", () -> {
                        FrechetAtInfinity line = FrechetAtInfinity.of(Moments.of(matrix("real")), matrix("fake"), 11);
                        return numbers(line.value(), line.slope());
                    }),
                    test("mic_interval", () -> {
                        InceptionConsistency.Interval interval = consistency().bootstrapInterval(0.95, 200, 5);
                        return numbers(interval.low(), interval.high());
                    }));
        }

        private DynamicTest test(String figure, Supplier<List<Double>> found) {
            return dynamicTest(figure, () -> {
                List<Double> expected = flat(figures.get(figure));
                List<Double> actual = found.get();
                assertThat(actual).hasSameSizeAs(expected);
                for (int i = 0; i < expected.size(); i++) {
                    assertThat(Math.abs(actual.get(i) - expected.get(i)))
                            .as("%s: %s, expected %s", figure, actual, expected)
                            .isLessThanOrEqualTo(RELATIVE * Math.abs(expected.get(i)));
                }
            });
        }

        private FeatureMatrix matrix(String key) {
            HostTensor array = Objects.requireNonNull(arrays.get(key), key);
            return new FeatureMatrix((int) array.shape()[0], (int) array.shape()[1], array.values());
        }

        private InceptionConsistency consistency() {
            return InceptionConsistency.of(IntStream.iterate(0, i -> arrays.containsKey("width." + i), i -> i + 1)
                    .mapToObj(i -> matrix("width." + i))
                    .toList());
        }

        private RgbImages image() {
            HostTensor image = Objects.requireNonNull(arrays.get("image"));
            byte[] pixels = new byte[image.values().length];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) image.values()[i];
            }
            return new RgbImages(1, (int) image.shape()[0], (int) image.shape()[1], pixels);
        }
    }

    private static List<Double> numbers(double... values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private static List<Double> numbers(MeanAndStd value) {
        return numbers(value.mean(), value.std());
    }

    private static List<Double> numbers(PrecisionRecall value) {
        return numbers(value.precision(), value.recall());
    }

    private static List<Double> flat(JsonNode node) {
        if (!node.isArray()) {
            return List.of(node.asDouble());
        }
        List<Double> values = new ArrayList<>();
        node.forEach(child -> values.addAll(flat(child)));
        return values;
    }
}
