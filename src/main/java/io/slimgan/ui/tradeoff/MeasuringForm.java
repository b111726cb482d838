package io.slimgan.ui.tradeoff;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.session.EvaluationReference;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.FeatureWeights;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.MeasuringWords;
import io.slimgan.ui.form.PathField;
import io.slimgan.ui.image.Choice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What to measure and how; says beside each field what is wrong with it. FX thread. */
final class MeasuringForm extends VBox {

    private static final int MOST_SAMPLES = 1_000_000;
    private static final int MOST_SEEDS = 100;
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

    /** What generated images are held against. */
    private enum Against {
        OWN("The run's dataset"),
        FOLDER("A folder of images"),
        STATISTICS("A statistics file");

        private final String words;

        Against(String words) {
            this.words = words;
        }
    }

    private final Choice<OptionalLong> weights =
            new Choice<>("measure-weights", "Which weights are measured", List.of(NEWEST), this::name, this::check);
    private final Choice<Amount> amount = new Choice<>(
            "measure-protocol", "How many images are generated", List.of(Amount.values()), Amount::words, this::check);
    private final TextField samples = field("measure-samples", "5000");
    private final MetricBoxes metrics = new MetricBoxes(this::check);
    private final Choice<Boolean> features = new Choice<>(
            "measure-features",
            "The network whose features are compared",
            List.of(false, true),
            MeasuringWords::network,
            this::check);
    private final WeightsField weightsFile;
    private final Choice<Integer> tap = new Choice<>(
            "measure-tap",
            "Which layer's features",
            List.of(0, 64, 192, 768, 2048),
            t -> t == 0 ? "Usual (2048)" : Integer.toString(t),
            this::check);
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
    private final Choice<Against> against =
            new Choice<>("measure-against", "The real images", List.of(Against.values()), a -> a.words, this::check);
    private final PathField againstPath;
    private final TextField seed = field("measure-seed", "0");
    private final TextField seeds = field("measure-seeds", "1");
    private final FormLine samplesLine =
            new FormLine("samples", "Samples", samples, "Generated images, and as many real ones");
    private final FormLine metricsLine = new FormLine("metrics", "Metrics", metrics, "What is measured of every width");
    private final FormLine fileLine;
    private final FormLine tapLine =
            new FormLine("tap", "Tap", tap, "The layer whose features are compared; the papers use 2048");
    private final FormLine againstLine;
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
        againstPath =
                new PathField("measure-against-path", "Folder or .npz", true, () -> pickAgainst(files), this::check);
        fileLine = new FormLine(
                "weights-file",
                "File",
                weightsFile,
                "Weights of the 2015 Inception network: pytorch-fid's or torch-fidelity's .pth, safetensors, npz, or the"
                        + " TorchScript file of the StyleGAN family");
        againstLine = new FormLine(
                "against",
                "Path",
                againstPath,
                "A folder of images, or mean and covariance in pytorch-fid's npz format");
        for (TextField typed : List.of(samples, seed, seeds)) {
            typed.textProperty().addListener(text -> check());
        }
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
                        new FormLine("against-kind", "Against", against, "The real images that are compared with"),
                        againstLine,
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

    private static TextField field(String id, String text) {
        TextField field = new TextField(text);
        field.setId(id);
        return field;
    }

    private String name(OptionalLong step) {
        if (step.isEmpty()) {
            return "Newest checkpoint";
        }
        String mark = best.mark(step.getAsLong());
        return "Step " + Formats.count(step.getAsLong()) + (mark.isEmpty() ? "" : " · " + mark);
    }

    private Optional<Path> pickAgainst(FilePicker files) {
        return against.getValue() == Against.FOLDER
                ? files.folder("Choose a folder of images", againstPath.path())
                : files.open("Choose a statistics file", "Mean and covariance", "npz");
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
                        .withSamples(number(samples).getAsInt()));
        if (features.getValue()) {
            int tapOfIt = tap.getValue();
            plan = plan.withFeatures(weightsFile.file(), tapOfIt == 0 ? OptionalInt.empty() : OptionalInt.of(tapOfIt));
        }
        plan = plan.withModes(preprocessing.getValue(), quantisation.getValue())
                .withSeeds(number(seed).getAsInt(), number(seeds).getAsInt());
        return Optional.of(new EvaluationRequest(
                List.of(new EvaluationSubject.Checkpoint(runFolder, weights.getValue())),
                reference(),
                plan,
                threads,
                true,
                Optional.empty()));
    }

    private EvaluationReference reference() {
        Optional<Path> path = againstPath.path();
        if (against.getValue() == Against.OWN || path.isEmpty()) {
            return new EvaluationReference.OwnDataset();
        }
        return against.getValue() == Against.FOLDER
                ? new EvaluationReference.Images(path.get())
                : new EvaluationReference.Statistics(path.get());
    }

    /** Shows what is wrong once something was asked for: an empty form is not scolded. Whether all is right. */
    private boolean check() {
        samplesLine.setShown(amount.getValue() == Amount.CUSTOM);
        fileLine.setShown(features.getValue());
        tapLine.setShown(features.getValue());
        againstLine.setShown(against.getValue() != Against.OWN);
        againstPath.setFolder(against.getValue() == Against.FOLDER);
        boolean right = show(samplesLine, amount.getValue() == Amount.CUSTOM ? samplesProblem() : Optional.empty());
        right &= show(metricsLine, metricsProblem());
        right &= show(fileLine, features.getValue() ? weightsFile.problem() : Optional.empty());
        right &= show(againstLine, against.getValue() == Against.OWN ? Optional.empty() : againstPath.problem());
        right &= show(seedLine, range(number(seed), 0, Integer.MAX_VALUE, "A seed is"));
        right &= show(seedsLine, range(number(seeds), 1, MOST_SEEDS, "The number of seeds is"));
        return right;
    }

    private boolean show(FormLine line, Optional<String> problem) {
        line.show(checking ? problem : Optional.empty());
        return problem.isEmpty();
    }

    private Optional<String> samplesProblem() {
        return range(number(samples), MeasuringPlan.LEAST_SAMPLES, MOST_SAMPLES, "The number of samples is");
    }

    private Optional<String> metricsProblem() {
        List<Metric> chosen = metrics.chosen();
        if (chosen.isEmpty()) {
            return Optional.of("Choose at least one metric.");
        }
        return against.getValue() == Against.STATISTICS && chosen.stream().anyMatch(OF_IMAGES::contains)
                ? Optional.of("A statistics file is enough for FID; KID, precision and recall need images.")
                : Optional.empty();
    }

    private static Optional<String> range(OptionalInt number, int least, int most, String what) {
        boolean right = number.isPresent() && number.getAsInt() >= least && number.getAsInt() <= most;
        return right
                ? Optional.empty()
                : Optional.of(
                        what + " a whole number from " + Formats.count(least) + " to " + Formats.count(most) + ".");
    }

    private static OptionalInt number(TextField field) {
        try {
            return OptionalInt.of(Integer.parseInt(field.getText().strip().replace(",", "")));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
