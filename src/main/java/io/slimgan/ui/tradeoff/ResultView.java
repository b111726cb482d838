package io.slimgan.ui.tradeoff;

import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.session.ModelCosts.WidthCosts;
import io.slimgan.ui.common.Icons;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What was measured: the list of evaluations, and the chosen one as table, chart and matrix. FX thread. */
final class ResultView extends VBox {

    private final ComboBox<Evaluation> history = new ComboBox<>();
    private final ResultTable table = new ResultTable();
    private final QualityChart chart = new QualityChart();
    private final ConsistencyMap map = new ConsistencyMap();
    private final Label note = new Label();
    private List<WidthCosts> costs = List.of();
    private Optional<DrawingTimes> times = Optional.empty();
    private final List<Evaluation> measured = new ArrayList<>();
    private boolean filling;

    ResultView() {
        super(10);
        getStyleClass().add("measure-results");
        history.setId("evaluations");
        history.setTooltip(new Tooltip("What was measured on this run, the newest first"));
        history.setAccessibleText("Evaluations of this run");
        history.setMaxWidth(Double.MAX_VALUE);
        history.setVisibleRowCount(14);
        history.setConverter(new StringConverter<>() {
            // The list asks for the name of no value while it is empty.
            @Override
            public String toString(@Nullable Evaluation evaluation) {
                return evaluation == null ? "" : MeasuredText.title(evaluation);
            }

            @Override
            public Evaluation fromString(String text) {
                throw new UnsupportedOperationException("The list is not typed into.");
            }
        });
        history.valueProperty().addListener(value -> {
            if (!filling) {
                draw();
            }
        });
        HBox.setHgrow(history, Priority.ALWAYS);
        HBox head = new HBox(10, history, copyMenu());
        head.setAlignment(Pos.CENTER_LEFT);
        note.setId("measure-note");
        note.getStyleClass().add("field-hint");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        HBox pictures = new HBox(10, chart, map);
        HBox.setHgrow(chart, Priority.ALWAYS);
        pictures.setMinHeight(280);
        VBox.setVgrow(pictures, Priority.ALWAYS);
        getChildren().addAll(head, table, note, pictures);
    }

    private MenuButton copyMenu() {
        MenuItem csv = new MenuItem("Copy as CSV");
        csv.setId("copy-csv");
        csv.setOnAction(event -> shown().ifPresent(e -> copy(SheetText.csv(e))));
        MenuItem markdown = new MenuItem("Copy as Markdown");
        markdown.setId("copy-markdown");
        markdown.setOnAction(event -> shown().ifPresent(e -> copy(SheetText.markdown(e, sheet(e)))));
        MenuButton menu = new MenuButton("Copy", Icons.COPY.node(), csv, markdown);
        menu.setId("copy-results");
        menu.setTooltip(new Tooltip("Copy the table with its protocol"));
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The evaluation that is shown. */
    Optional<Evaluation> shown() {
        return Optional.ofNullable(history.getValue());
    }

    /**
     * Lists these, the newest first, and what was measured here that the disk did not take; what was chosen stays, unless
     * the newest was and a newer one came.
     */
    void list(List<Evaluation> kept) {
        show(MergedEvaluations.of(Stream.concat(kept.stream(), measured.stream())
                .sorted(Comparator.comparing(Evaluation::measured).reversed())
                .toList()));
    }

    private void show(List<Evaluation> evaluations) {
        if (evaluations.equals(history.getItems()) || history.isShowing()) {
            return;
        }
        Optional<Evaluation> kept = shown().filter(
                        chosen -> !chosen.equals(history.getItems().get(0)))
                .flatMap(chosen -> find(chosen, evaluations));
        filling = true;
        history.getItems().setAll(evaluations);
        if (!evaluations.isEmpty()) {
            history.setValue(kept.orElse(evaluations.get(0)));
        }
        filling = false;
        draw();
    }

    /** The one that holds the values of this one, alone or with others of the same checkpoint and protocol. */
    private static Optional<Evaluation> find(Evaluation wanted, List<Evaluation> evaluations) {
        return evaluations.stream()
                .filter(evaluation -> evaluation.equals(wanted))
                .findFirst()
                .or(() -> evaluations.stream()
                        .filter(evaluation -> MergedEvaluations.together(wanted, evaluation))
                        .findFirst());
    }

    /** Shows one that was just measured, or measured before and found again. */
    void choose(Evaluation evaluation) {
        measured.add(evaluation);
        List<Evaluation> all = new ArrayList<>(List.of(evaluation));
        all.addAll(history.getItems());
        List<Evaluation> merged = MergedEvaluations.of(all);
        filling = true;
        history.getItems().setAll(merged);
        history.setValue(find(evaluation, merged).orElse(evaluation));
        filling = false;
        draw();
    }

    /** Shows nothing. */
    void clear() {
        filling = true;
        history.getItems().clear();
        filling = false;
        measured.clear();
        costs = List.of();
        times = Optional.empty();
    }

    void showCosts(List<WidthCosts> known) {
        costs = known;
        draw();
    }

    /** Shows these times beside the evaluation that is shown. */
    void showTimes(Optional<DrawingTimes> known) {
        if (!known.equals(times)) {
            times = known;
            draw();
        }
    }

    void setDark(boolean dark) {
        table.setDark(dark);
        chart.setDark(dark);
        map.setDark(dark);
        draw();
    }

    private ResultSheet sheet(Evaluation evaluation) {
        return ResultSheet.of(evaluation, costs, times);
    }

    private void draw() {
        Optional<Evaluation> shown = shown();
        if (shown.isEmpty()) {
            return;
        }
        Evaluation evaluation = shown.get();
        ResultSheet sheet = sheet(evaluation);
        table.show(sheet);
        chart.show(Optional.of(sheet));
        map.show(evaluation.consistency(), meanName(evaluation));
        String words = notes(evaluation);
        note.setText(words);
        note.setManaged(!words.isEmpty());
        note.setVisible(!words.isEmpty());
    }

    private static String meanName(Evaluation evaluation) {
        return evaluation.values().stream()
                .filter(value -> value.metric() == Metric.MIC)
                .map(MetricValue::name)
                .findFirst()
                .orElse(Metric.MIC.label());
    }

    /** What a reader of the numbers has to know, each sentence once. */
    private static String notes(Evaluation evaluation) {
        List<String> warnings = evaluation.values().stream()
                .flatMap(value -> value.warning().stream())
                .distinct()
                .limit(2)
                .map(warning -> "⚠ " + warning)
                .toList();
        boolean starred =
                evaluation.values().stream().anyMatch(value -> value.name().contains("*"));
        String star = starred ? MeasuredText.NOT_COMPARABLE : "";
        String all = String.join("\n", warnings);
        return all.isEmpty() ? star : star.isEmpty() ? all : all + "\n" + star;
    }
}
