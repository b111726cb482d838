package io.slimgan.metrics.evaluation;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import java.util.Locale;
import java.util.Optional;

/**
 * What decides each metric of a plan on a subject, known before it is measured.
 *
 * @param realImages how many real images there are to be held against; 0 of statistics
 */
record Protocols(
        MeasuringPlan plan,
        Subject subject,
        Optional<Reference> against,
        int realImages,
        Optional<NetworkUse> network) {

    MeasuringProtocol of(Metric metric) {
        boolean held = Feasibility.needsReal(metric) || (metric == Metric.VOL && realImages > 0);
        Optional<NetworkUse> used = metric.onFeatures() ? network : Optional.empty();
        return new MeasuringProtocol(
                samples(metric),
                held ? realImages : 0,
                used.map(use -> use.network().name()).orElse(""),
                used.map(use -> use.network().hash()).orElse(""),
                used.map(use -> use.network().comparable()).orElse(true),
                tap(metric),
                plan.preprocessing(),
                subject instanceof Subject.Generators ? plan.quantisation() : Quantisation.PLAIN,
                held ? against.map(Reference::name).orElse("") : "",
                held ? against.map(Reference::split).orElse("") : "",
                imageSize(),
                plan.seed(),
                plan.seeds());
    }

    /** The real images' own row of a metric that has one. */
    MeasuringProtocol ofReal(Metric metric) {
        MeasuringProtocol p = of(metric);
        return new MeasuringProtocol(
                0,
                p.realSamples(),
                p.features(),
                p.featuresHash(),
                p.comparable(),
                p.tap(),
                p.preprocessing(),
                Quantisation.PLAIN,
                p.against(),
                p.split(),
                p.imageSize(),
                p.seed(),
                p.seeds());
    }

    private int samples(Metric metric) {
        int asked = plan.samplesOf(metric);
        if (subject instanceof Subject.Images images) {
            return Math.min(asked, images.pictures().size());
        }
        return subject instanceof Subject.Statistics statistics
                ? (int) statistics.moments().count()
                : asked;
    }

    private int tap(Metric metric) {
        if (!metric.onFeatures() || metric == Metric.IS) {
            return 0;
        }
        return network.map(NetworkUse::tap)
                .orElseGet(() ->
                        subject instanceof Subject.Statistics s ? s.moments().dimensions() : 0);
    }

    private int imageSize() {
        if (subject instanceof Subject.Generators generators) {
            return generators.imageSize();
        }
        return subject instanceof Subject.Images images ? images.pictures().imageSize() : 0;
    }

    /** The metric's name with its marks. */
    String name(Metric metric, MeasuringProtocol protocol) {
        int tap = network.filter(use -> use.tap() == use.network().usualTap()).isPresent() ? 0 : protocol.tap();
        int images = protocol.samples() == 0 ? protocol.realSamples() : protocol.samples();
        String name = metric.named(protocol.comparable(), tap, images);
        return images == 0 ? name.substring(0, name.length() - "-0".length()) : name;
    }

    /** What the user should know of a metric besides what the number itself says. */
    Optional<String> warning(Metric metric) {
        MeasuringProtocol p = of(metric);
        StringBuilder warning = new StringBuilder();
        if (p.realSamples() > 0 && p.realSamples() < plan.samplesOf(metric)) {
            warning.append(String.format(
                    Locale.ROOT,
                    "Only %,d real images were there instead of %,d. ",
                    p.realSamples(),
                    plan.samplesOf(metric)));
        }
        if (p.samples() < plan.samplesOf(metric) && subject instanceof Subject.Images) {
            warning.append(String.format(
                    Locale.ROOT, "Only %,d images were there instead of %,d. ", p.samples(), plan.samplesOf(metric)));
        }
        if (p.split().equals("train")) {
            warning.append("The real images are those for training, as the test file is missing. ");
        }
        if (p.split().equals("unlabelled")) {
            warning.append("The real images are some of those for training, as data.split paper says. ");
        }
        if (subject instanceof Subject.Statistics && network.isEmpty()) {
            warning.append("The files do not say of which network their features are. ");
        }
        return warning.isEmpty()
                ? Optional.empty()
                : Optional.of(warning.toString().strip());
    }
}
