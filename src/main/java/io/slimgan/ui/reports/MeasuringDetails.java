package io.slimgan.ui.reports;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.session.EvaluationReference;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.form.AgainstField;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.MeasuringWords;
import io.slimgan.ui.form.WholeNumber;
import io.slimgan.ui.image.Choice;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;

/** What few change of how a report is measured, folded away; it opens where something in it is wrong. FX thread. */
final class MeasuringDetails extends TitledPane {

    private final WholeNumber samples = new WholeNumber(
                    "report-samples",
                    "",
                    "The number of samples is",
                    MeasuringPlan.LEAST_SAMPLES,
                    MeasuringWords.MOST_SAMPLES,
                    this::changed)
            .optional("As the protocol says");
    private final Choice<Integer> tap =
            new Choice<>("report-tap", "Which layer's features", MeasuringWords.TAPS, MeasuringWords::tap, () -> {});
    private final WholeNumber seeds =
            new WholeNumber("report-seeds", "1", "The number of seeds is", 1, MeasuringWords.MOST_SEEDS, this::changed);
    private final WholeNumber seed =
            new WholeNumber("report-seed", "0", "A seed is", 0, Integer.MAX_VALUE, this::changed);
    private final AgainstField against;
    private final FormLine samplesLine = new FormLine(
            "report-samples", "Samples", samples, "So many images of everything instead of the protocol's");
    private final FormLine tapLine = new FormLine(
            "report-tap",
            "Tap",
            tap,
            "The layer whose features are compared; the papers use 2048, an incomplete file of weights gives fewer");
    private final FormLine seedsLine = new FormLine(
            "report-seeds", "Seeds", seeds, "How many seeds in a row; from two on values are mean ± deviation");
    private final FormLine seedLine =
            new FormLine("report-seed", "First seed", seed, "Decides latents and the choice of real images");
    private final Label wrong = new Label();
    private boolean checking;

    MeasuringDetails(FilePicker files) {
        against = new AgainstField("report", "report-", files, this::changed);
        setId("report-advanced");
        setText("Advanced");
        setAnimated(false);
        setExpanded(false);
        getStyleClass().add("form-section");
        wrong.getStyleClass().add("field-error");
        setGraphic(wrong);
        setContentDisplay(ContentDisplay.RIGHT);
        VBox lines = new VBox(9, samplesLine, tapLine);
        lines.getChildren().addAll(against.lines());
        lines.getChildren().addAll(seedsLine, seedLine);
        setContent(lines);
        setPapers(false);
    }

    /** Whether the papers' network is measured with, whose taps can be chosen from. */
    void setPapers(boolean papers) {
        tapLine.setShown(papers);
    }

    private void changed() {
        against.update();
        if (checking) {
            isRight();
        }
    }

    /** Says beside each field what is wrong with it. Whether nothing is. */
    boolean isRight() {
        checking = true;
        samplesLine.show(samples.problem());
        against.show(against.problem());
        seedsLine.show(seeds.problem());
        seedLine.show(seed.problem());
        long problems = Stream.of(samples.problem(), against.problem(), seeds.problem(), seed.problem())
                .filter(Optional::isPresent)
                .count();
        wrong.setText(problems == 0 ? "" : problems == 1 ? "1 problem" : problems + " problems");
        if (problems > 0) {
            setExpanded(true);
        }
        return problems == 0;
    }

    /** The plan with what is chosen here, where nothing is wrong. */
    MeasuringPlan of(MeasuringPlan plan) {
        MeasuringPlan seeded =
                plan.withSeeds(seed.number().orElseThrow(), seeds.number().orElseThrow());
        OptionalInt count = samples.number();
        return count.isPresent() ? seeded.withSamples(count.getAsInt()) : seeded;
    }

    /** Of the papers' network; empty for its usual one. */
    OptionalInt tap() {
        return tap.getValue() == 0 ? OptionalInt.empty() : OptionalInt.of(tap.getValue());
    }

    EvaluationReference reference() {
        return against.reference();
    }
}
