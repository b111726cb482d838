package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.MeasuringPlan.Protocol;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.session.FeatureWeights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What to measure and how, as it is typed. */
final class MeasuringOptions {

    private static final String BUILTIN = "builtin";
    private static final String FOUND = "inception";

    @Option(
            names = "--metrics",
            split = ",",
            paramLabel = "M",
            description =
                    "fid, fid-infinity, kid, is, precision, recall, mic, ic, vol (default: for a report fid, kid, is, vol"
                            + " and mic; to evaluate, what can be measured of fid, kid, precision, recall, mic and vol; of"
                            + " a folder of images without --against only vol).")
    private List<String> metrics = List.of();

    @Option(
            names = "--preset",
            paramLabel = "P",
            defaultValue = "paper",
            description =
                    "paper: 10,000 images against 10,000, 50,000 for the inception score; paper-stl: 8,000 against"
                            + " 8,000; quick: 1,000 (default: ${DEFAULT-VALUE}).")
    private String preset;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "So many images instead of the preset's, for every metric.")
    private Optional<Integer> samples = Optional.empty();

    @Option(
            names = "--features",
            paramLabel = "builtin|inception|FILE",
            defaultValue = BUILTIN,
            description =
                    "The feature network: the one that comes with the program, whose results bear a star; a file with"
                            + " the weights of the papers' Inception network (.pth, .safetensors, .npz, .pt), which is"
                            + " remembered; or inception, the file that SLIMGAN_INCEPTION names or that was used last"
                            + " (default: ${DEFAULT-VALUE}).")
    private String features;

    @Option(
            names = "--tap",
            paramLabel = "D",
            description =
                    "How many features: 64, 192, 768 or 2048 of the papers' network (default: 2048, or the most that"
                            + " the weights give).")
    private Optional<Integer> tap = Optional.empty();

    @Option(
            names = "--preprocessing",
            paramLabel = "MODE",
            defaultValue = "tensorflow",
            description = "tensorflow, pytorch-fid or clean (default: ${DEFAULT-VALUE}).")
    private String preprocessing;

    @Option(
            names = "--quantisation",
            paramLabel = "MODE",
            defaultValue = "plain",
            description = "How generated images become bytes: plain, or min-max as the paper's code does (default:"
                    + " ${DEFAULT-VALUE}).")
    private String quantisation;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "The first seed of the latents and of the choice of real images (default: ${DEFAULT-VALUE}).")
    private int seed;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            defaultValue = "1",
            description =
                    "How many seeds in a row; from 2 on values are mean ± standard deviation over them; of one seed only"
                            + " KID and IS have ±, over KID's subsets and IS's splits of the images (default:"
                            + " ${DEFAULT-VALUE}).")
    private int seeds;

    /**
     * @param usual the metrics where none are asked for
     * @param known where the papers' network is found and remembered
     */
    MeasuringPlan plan(List<Metric> usual, Supplier<FeatureWeights> known) {
        requireAtLeast("--samples", samples.orElse(MeasuringPlan.LEAST_SAMPLES), MeasuringPlan.LEAST_SAMPLES);
        requireAtLeast("--seeds", seeds, 1);
        requireAtLeast("--seed", seed, 0);
        MeasuringPlan plan = MeasuringPlan.of(
                        byCode("--preset", preset, Protocol.values(), Protocol::code),
                        metrics.isEmpty() ? usual : asked())
                .withFeatures(weights(known), tap.isPresent() ? OptionalInt.of(tap.get()) : OptionalInt.empty())
                .withModes(
                        byCode("--preprocessing", preprocessing, Preprocessing.values(), Preprocessing::code),
                        byCode("--quantisation", quantisation, Quantisation.values(), Quantisation::code))
                .withSeeds(seed, seeds);
        return samples.map(plan::withSamples).orElse(plan);
    }

    /** Whether the metrics were named, and are not the usual ones. */
    boolean namesMetrics() {
        return !metrics.isEmpty();
    }

    private List<Metric> asked() {
        List<Metric> asked = new ArrayList<>();
        for (String code : metrics) {
            Metric metric = byCode("--metrics", code.strip(), Metric.values(), Metric::code);
            if (!asked.contains(metric)) {
                asked.add(metric);
            }
        }
        return asked;
    }

    private Optional<Path> weights(Supplier<FeatureWeights> known) {
        if (features.equals(BUILTIN)) {
            return Optional.empty();
        }
        if (features.equals(FOUND)) {
            return Optional.of(Answers.await(known.get().find())
                    .orElseThrow(() -> new UserError("--features " + FOUND
                            + ": no weights of the papers' network are known on this machine; name the file once, or let"
                            + " the environment variable SLIMGAN_INCEPTION name it.")));
        }
        Path file = Path.of(features);
        if (!Files.isRegularFile(file)) {
            throw new UserError("--features " + features + ": there is no such file; name one with the weights of the"
                    + " papers' Inception network, " + FOUND + " or " + BUILTIN + ".");
        }
        return Optional.of(Answers.await(known.get().use(file)));
    }

    private static void requireAtLeast(String option, int value, int least) {
        if (value < least) {
            throw new UserError(option + " is " + value + "; allowed is a whole number from " + least + " on.");
        }
    }

    private static <T> T byCode(String option, String typed, T[] all, Function<T, String> code) {
        return Arrays.stream(all)
                .filter(one -> code.apply(one).equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new UserError(option + " " + typed + ": allowed are "
                        + Arrays.stream(all).map(code).collect(Collectors.joining(", ")) + "."));
    }
}
