package io.slimgan.ui.reports;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.FeatureWeights;
import io.slimgan.session.Problem;
import io.slimgan.session.ReportRequest;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.MeasuringWords;
import io.slimgan.ui.form.PathField;
import io.slimgan.ui.image.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** How a report is measured, in which forms it is written, and where. FX thread. */
final class ReportForm extends VBox {

    private static final List<String> FORMS = List.of("html", "pdf", "json", "csv");
    private static final String NAME = "mic-report.";

    private final FeatureWeights weights;
    private final List<CheckBox> forms = new ArrayList<>();
    private final Choice<MeasuringPlan.Protocol> protocol;
    private final Choice<Boolean> papers;
    private final MeasuringDetails details;
    private final PathField folder;
    private final FormLine formsLine;
    private final FormLine featuresLine;
    private final FormLine folderLine;
    private Optional<Path> known = Optional.empty();
    private boolean folderTyped;
    private boolean settingFolder;

    ReportForm(FeatureWeights weights, FilePicker files) {
        super(9);
        this.weights = weights;
        getStyleClass().add("form-body");
        protocol = new Choice<>(
                "report-protocol",
                "How many images are generated",
                List.of(MeasuringPlan.Protocol.QUICK, MeasuringPlan.Protocol.PAPER, MeasuringPlan.Protocol.PAPER_STL),
                MeasuringWords::protocol,
                () -> {});
        papers = new Choice<>(
                "report-features",
                "The network whose features are compared",
                List.of(false, true),
                MeasuringWords::network,
                this::featuresChosen);
        details = new MeasuringDetails(files);
        formsLine = new FormLine("report-forms", "Forms", boxes(), "A page for people, a PDF to print, JSON and CSV");
        featuresLine = new FormLine(
                "report-features",
                "Features",
                papers,
                "Built-in numbers are marked * and compare with each other only");
        folder = new PathField(
                "report-folder",
                "Folder for the files",
                true,
                () -> files.folder("Choose a folder for the report", folder()),
                this::folderNamed);
        folderLine = new FormLine("report-folder", "Folder", folder, "Where the files go; made if need be");
        getChildren()
                .addAll(
                        title(),
                        introduction(),
                        formsLine,
                        new FormLine(
                                "report-protocol", "Protocol", protocol, "The number of images stands in every name"),
                        featuresLine,
                        folderLine,
                        details);
    }

    private static Label title() {
        Label title = new Label("Report");
        title.getStyleClass().add("page-title");
        return title;
    }

    private static Label introduction() {
        Label what =
                new Label("How consistent the widths are, how good and how costly each is: measured where it is not"
                        + " known yet, then written as files.");
        what.getStyleClass().add("field-hint");
        what.setWrapText(true);
        what.setMinHeight(USE_PREF_SIZE);
        return what;
    }

    private GridPane boxes() {
        GridPane grid = new GridPane(18, 6);
        for (String form : FORMS) {
            CheckBox box = new CheckBox(form.toUpperCase(Locale.ROOT));
            box.setId("report-form-" + form);
            box.setSelected(true);
            box.setMinWidth(USE_PREF_SIZE);
            box.selectedProperty().addListener(selected -> formsLine.show(Optional.empty()));
            grid.add(box, forms.size() % 2, forms.size() / 2);
            forms.add(box);
        }
        return grid;
    }

    private void folderNamed() {
        folderTyped |= !settingFolder;
        folderLine.show(Optional.empty());
    }

    private void featuresChosen() {
        featuresLine.show(Optional.empty());
        details.setPapers(papers.getValue());
        Fx.whenDone(
                weights.find(),
                found -> {
                    known = found;
                    featuresLine.show(featuresProblem());
                },
                thrown -> featuresLine.show(
                        Optional.of(Problem.of("Looking for weights", thrown).sentence())));
    }

    private Optional<String> featuresProblem() {
        return papers.getValue() && known.isEmpty()
                ? Optional.of("No weights are known: choose or download them on the Quality page.")
                : Optional.empty();
    }

    /** Suggests a folder, unless the user has named one. */
    void suggest(Path path) {
        if (!folderTyped) {
            settingFolder = true;
            folder.set(path);
            settingFolder = false;
        }
    }

    private Optional<Path> folder() {
        return folder.path();
    }

    /** The files that are asked for; empty while a field is wrong, which then says so. */
    Optional<List<Path>> targets() {
        List<String> chosen = FORMS.stream()
                .filter(form -> forms.get(FORMS.indexOf(form)).isSelected())
                .toList();
        Optional<Path> where = folder();
        formsLine.show(chosen.isEmpty() ? Optional.of("Choose at least one form.") : Optional.empty());
        boolean file = where.filter(Files::isRegularFile).isPresent();
        folderLine.show(
                where.isEmpty()
                        ? Optional.of("Name or choose a folder.")
                        : file ? Optional.of("This is a file; name a folder.") : Optional.empty());
        featuresLine.show(featuresProblem());
        boolean right = details.isRight();
        return chosen.isEmpty() || where.isEmpty() || file || featuresProblem().isPresent() || !right
                ? Optional.empty()
                : Optional.of(chosen.stream()
                        .map(form -> where.get().resolve(NAME + form))
                        .toList());
    }

    /** What has to be measured and gathered for these runs, where there are {@link #targets}. */
    ReportRequest request(List<EvaluationSubject.Checkpoint> runs, int threads) {
        MeasuringPlan plan = details.of(MeasuringPlan.of(protocol.getValue(), ReportRequest.METRICS));
        if (papers.getValue()) {
            plan = plan.withFeatures(known, details.tap());
        }
        return new ReportRequest(runs, details.reference(), plan, threads, true);
    }
}
