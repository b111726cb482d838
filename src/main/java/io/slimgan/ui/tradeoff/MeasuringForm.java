package io.slimgan.ui.tradeoff;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.FeatureWeights;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.form.AgainstField;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.MeasuringWords;
import io.slimgan.ui.form.WholeNumber;
import io.slimgan.ui.image.Choice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What to measure and how; says beside each field what is wrong with it. FX thread. */
final class MeasuringForm extends VBox {

    private static final OptionalLong NEWEST = OptionalLong.empty();
    private static final List<Metric> OF_IMAGES = List.of(Metric.KID, Metric.PRECISION, Metric.RECALL);

    /** How many images. */
    private enum Amount {
        QUICK(Optional.of(MeasuringPlan.Protocol.QUICK)),
        PAPER(Optional.of(MeasuringPlan.Protocol.PAPER)),
        PAPER_STL(Optional.of(MeasuringPlan.Protocol.PAPER_STL)),
        CUSTOM(Optional.empty());

        private final Optional<MeasuringPlan.Protocol> protocol;

        Amount(Optional<MeasuringPlan.Protocol> protocol) {
            this.protocol = protocol;
        }

        private String words() {
            return protocol.map(MeasuringWords::protocol).orElse("Another number");
        }
    }

    private final Choice<OptionalLong> weights =
            new Choice<>("measure-weights", "Which weights are measured", List.of(NEWEST), this::name, this::check);
    private final Choice<Amount> amount = new Choice<>(
            "measure-protocol", "How many images are generated", List.of(Amount.values()), Amount::words, this::check);
    private final WholeNumber samples = new WholeNumber(
            "measure-samples",
            "5000",
            "The number of samples is",
            MeasuringPlan.LEAST_SAMPLES,
            MeasuringWords.MOST_SAMPLES,
            this::check);
    private final MetricBoxes metrics = new MetricBoxes(this::check);
    private final Choice<Boolean> features = new Choice<>(
            "measure-features",
            "The network whose features are compared",
            List.of(false, true),
            MeasuringWords::network,
            this::check);
    private final WeightsField weightsFile;
    private final Choice<Integer> tap = new Choice<>(
            "measure-tap", "Which layer's features", MeasuringWords.TAPS, MeasuringWords::tap, this::check);
    private final Choice<Preprocessing> preprocessing = new Choice<>(
            "measure-preprocessing",
            "How images are brought to the network's size",
            List.of(Preprocessing.values()),
            Preprocessing::code,
            this::check);
    private final Choice<Quantisation> quantisation = new Choice<>(
            "measure-quantisation",
            "How generated images become bytes",
            List.of(Quantisation.values()),
            Quantisation::code,
            this::check);
    private final AgainstField against;
    private final WholeNumber seed =
            new WholeNumber("measure-seed", "0", "A seed is", 0, Integer.MAX_VALUE, this::check);
    private final WholeNumber seeds =
            new WholeNumber("measure-seeds", "1", "The number of seeds is", 1, MeasuringWords.MOST_SEEDS, this::check);
    private final FormLine samplesLine =
            new FormLine("samples", "Samples", samples, "Generated images, and as many real ones");
    private final FormLine metricsLine = new FormLine("metrics", "Metrics", metrics, "What is measured of every width");
    private final FormLine fileLine;
    private final FormLine tapLine = new FormLine(
            "tap",
            "Tap",
            tap,
            "The layer whose features are compared; the papers use 2048, an incomplete file of weights gives fewer");
    private final FormLine seedLine =
            new FormLine("seed", "First seed", seed, "Decides latents and the choice of real images");
    private final FormLine seedsLine =
            new FormLine("seeds", "Seeds", seeds, "How many seeds in a row; from two on values are mean ± deviation");
    private BestCheckpoints best = BestCheckpoints.none();
    private boolean checking;

    /** @param known the weights of the papers' network on this machine */
    MeasuringForm(FeatureWeights known, Dialogs dialogs, FilePicker files) {
        super(9);
        getStyleClass().add("form-body");
        weightsFile = new WeightsField(known, dialogs, files, this::check);
        against = new AgainstField("measure", "", files, this::check);
        fileLine = new FormLine(
                "weights-file",
                "File",
                weightsFile,
                "Weights of the 2015 Inception network: pytorch-fid's or torch-fidelity's .pth, safetensors, npz, or the"
                        + " TorchScript file of the StyleGAN family");
        compose();
        check();
    }

    private void compose() {
        Label title = new Label("Measure");
        title.getStyleClass().add("page-title");
        getChildren()
                .addAll(
                        title,
                        new FormLine("weights", "Weights", weights, "The newest checkpoint, or one of a step"),
                        new FormLine(
                                "protocol", "Protocol", amount, "How many images; the number stands in every name"),
                        samplesLine,
                        metricsLine,
                        new FormLine(
                                "features",
                                "Features",
                                features,
                                "The built-in network needs no file; its numbers are marked * and compare with each other"
                                        + " only. The papers' network comes from a file."),
                        fileLine,
                        tapLine,
                        against.lines().get(0),
                        against.lines().get(1),
                        new FormLine(
                                "preprocessing",
                                "Resizing",
                                preprocessing,
                                "tensorflow is what the papers did; values of different modes are never comparable"),
                        new FormLine(
                                "quantisation",
                                "Quantising",
                                quantisation,
                                "plain is what a saved picture has; min-max is what the SlimGAN code did"),
                        seedsLine,
                        seedLine);
    }

    private String name(OptionalLong step) {
        if (step.isEmpty()) {
            return "Newest checkpoint";
        }
        String mark = best.mark(step.getAsLong());
        return "Step " + Formats.count(step.getAsLong()) + (mark.isEmpty() ? "" : " · " + mark);
    }

    /** Offers these checkpoints, the newest first; what was chosen stays where it is still there. */
    void offer(List<Long> steps, BestCheckpoints known) {
        List<OptionalLong> items = new ArrayList<>(List.of(NEWEST));
        for (int i = steps.size() - 1; i >= 0; i--) {
            items.add(OptionalLong.of(steps.get(i)));
        }
        boolean marked = !known.equals(best);
        if ((marked || !items.equals(weights.getItems())) && !weights.isShowing()) {
            best = known;
            OptionalLong kept = weights.getValue();
            weights.getItems().clear(); // The same checkpoints may be called otherwise now.
            weights.getItems().setAll(items);
            weights.setValue(items.contains(kept) ? kept : NEWEST);
        }
    }

    /** Fits the choices to a run. */
    void open(OpenRun run) {
        offer(List.of(), BestCheckpoints.none());
        weights.setValue(NEWEST);
        weightsFile.find();
        metrics.setSeveralWidths(run.settings().model().widthList().size() > 1);
        check();
    }

    /** Uses this file of weights from now on. */
    void useWeights(Path file) {
        features.setValue(true);
        weightsFile.use(file);
    }

    /** Draws how far a download is. */
    void tick() {
        weightsFile.tick();
    }

    /** The quick protocol with what else is chosen. */
    void chooseQuick() {
        amount.setValue(Amount.QUICK);
    }

    /** What is asked for; empty while a field is wrong, which then says so. */
    Optional<EvaluationRequest> request(Path runFolder, int threads) {
        checking = true;
        if (!check()) {
            return Optional.empty();
        }
        List<Metric> chosen = metrics.chosen();
        MeasuringPlan plan = amount.getValue()
                .protocol
                .map(protocol -> MeasuringPlan.of(protocol, chosen))
                .orElseGet(() -> MeasuringPlan.of(MeasuringPlan.Protocol.QUICK, chosen)
                        .withSamples(samples.number().orElseThrow()));
        if (features.getValue()) {
            int tapOfIt = tap.getValue();
            plan = plan.withFeatures(weightsFile.file(), tapOfIt == 0 ? OptionalInt.empty() : OptionalInt.of(tapOfIt));
        }
        plan = plan.withModes(preprocessing.getValue(), quantisation.getValue())
                .withSeeds(seed.number().orElseThrow(), seeds.number().orElseThrow());
        return Optional.of(new EvaluationRequest(
                List.of(new EvaluationSubject.Checkpoint(runFolder, weights.getValue())),
                against.reference(),
                plan,
                threads,
                true,
                Optional.empty()));
    }

    /** Shows what is wrong once something was asked for: an empty form is not scolded. Whether all is right. */
    private boolean check() {
        samplesLine.setShown(amount.getValue() == Amount.CUSTOM);
        fileLine.setShown(features.getValue());
        tapLine.setShown(features.getValue());
        against.update();
        boolean right = show(samplesLine, amount.getValue() == Amount.CUSTOM ? samples.problem() : Optional.empty());
        right &= show(metricsLine, metricsProblem());
        right &= show(fileLine, features.getValue() ? weightsFile.problem() : Optional.empty());
        against.show(checking ? against.problem() : Optional.empty());
        right &= against.problem().isEmpty();
        right &= show(seedLine, seed.problem());
        right &= show(seedsLine, seeds.problem());
        return right;
    }

    private boolean show(FormLine line, Optional<String> problem) {
        line.show(checking ? problem : Optional.empty());
        return problem.isEmpty();
    }

    private Optional<String> metricsProblem() {
        List<Metric> chosen = metrics.chosen();
        if (chosen.isEmpty()) {
            return Optional.of("Choose at least one metric.");
        }
        return against.isStatistics() && chosen.stream().anyMatch(OF_IMAGES::contains)
                ? Optional.of("A statistics file is enough for FID; KID, precision and recall need images.")
                : Optional.empty();
    }
}
