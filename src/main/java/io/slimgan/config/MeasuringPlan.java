package io.slimgan.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to measure and how; with the images it decides every number. Immutable, for any thread.
 *
 * @param metrics in the order in which they are told, each once
 * @param samples generated images, and real images held against them, of every metric but the inception score
 * @param inceptionSamples generated images of the inception score, which needs no real ones
 * @param features a file with weights of the papers' network; empty for the network that comes with the program
 * @param tap the width of the features, as the network offers them; empty for its usual one
 * @param seed of the latents and of the choice of real images
 * @param seeds how many seeds in a row are measured, from {@code seed} on; from two on values are means with deviations
 */
public record MeasuringPlan(
        List<Metric> metrics,
        int samples,
        int inceptionSamples,
        Optional<Path> features,
        OptionalInt tap,
        Preprocessing preprocessing,
        Quantisation quantisation,
        long seed,
        int seeds) {

    /** The fewest images that any metric makes sense of. */
    public static final int LEAST_SAMPLES = 10;

    /** A plan's numbers of images by name. */
    public enum Protocol {
        /** The paper's: 10,000 against 10,000, 50,000 for the inception score (method D.3 to D.5). */
        PAPER("paper", 10_000, 50_000),
        /** The paper's for STL-10, whose test split has 8,000 images. */
        PAPER_STL("paper-stl", 8_000, 50_000),
        /** A thousand of everything: for curves while a run trains; biased, and comparable only with itself. */
        QUICK("quick", 1_000, 1_000);

        private final String code;
        private final int samples;
        private final int inceptionSamples;

        Protocol(String code, int samples, int inceptionSamples) {
            this.code = code;
            this.samples = samples;
            this.inceptionSamples = inceptionSamples;
        }

        /** As the command line calls it. */
        public String code() {
            return code;
        }
    }

    public MeasuringPlan {
        metrics = List.copyOf(metrics);
        if (metrics.isEmpty() || samples < LEAST_SAMPLES || inceptionSamples < LEAST_SAMPLES || seeds < 1) {
            throw new IllegalArgumentException("A plan has a metric, " + LEAST_SAMPLES
                    + " images or more and a seed, but this one has " + metrics.size() + " metrics, " + samples
                    + " and " + inceptionSamples + " images and " + seeds + " seeds.");
        }
        if (metrics.stream().distinct().count() != metrics.size()) {
            throw new IllegalArgumentException("Each metric is measured once, but these are " + metrics + ".");
        }
    }

    /** A plan with the network that comes with the program, the default modes and seed 0. */
    public static MeasuringPlan of(Protocol protocol, List<Metric> metrics) {
        return new MeasuringPlan(
                metrics,
                protocol.samples,
                protocol.inceptionSamples,
                Optional.empty(),
                OptionalInt.empty(),
                Preprocessing.TENSORFLOW,
                Quantisation.PLAIN,
                0,
                1);
    }

    /** How many generated images a metric takes. */
    public int samplesOf(Metric metric) {
        return metric == Metric.IS ? inceptionSamples : samples;
    }

    /** The same for other metrics. */
    public MeasuringPlan withMetrics(List<Metric> others) {
        return new MeasuringPlan(
                others, samples, inceptionSamples, features, tap, preprocessing, quantisation, seed, seeds);
    }

    /** The same with so many images of everything. */
    public MeasuringPlan withSamples(int count) {
        return new MeasuringPlan(metrics, count, count, features, tap, preprocessing, quantisation, seed, seeds);
    }

    /** The same on other features. */
    public MeasuringPlan withFeatures(Optional<Path> weights, OptionalInt tapOfThem) {
        return new MeasuringPlan(
                metrics, samples, inceptionSamples, weights, tapOfThem, preprocessing, quantisation, seed, seeds);
    }

    /** The same in other modes. */
    public MeasuringPlan withModes(Preprocessing otherPreprocessing, Quantisation otherQuantisation) {
        return new MeasuringPlan(
                metrics, samples, inceptionSamples, features, tap, otherPreprocessing, otherQuantisation, seed, seeds);
    }

    /** The same with other seeds. */
    public MeasuringPlan withSeeds(long first, int count) {
        return new MeasuringPlan(
                metrics, samples, inceptionSamples, features, tap, preprocessing, quantisation, first, count);
    }
}
