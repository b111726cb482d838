package io.slimgan.ui.reports;

import io.slimgan.report.mic.MicReport;
import io.slimgan.report.page.ReportFiles;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.Problem;
import io.slimgan.session.ReportJob;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.FormSide;
import io.slimgan.ui.form.JobBar;
import io.slimgan.ui.image.EmptyState;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.NoticeBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Makes the mIC report of up to four runs. Works on while other pages and runs are looked at. FX thread. */
public final class ReportsPane implements FeaturePane {

    private static final long REREAD_NANOS = 4_000_000_000L;

    /** A report on its way. */
    private record Making(ReportJob job, List<Path> targets, boolean cancelling) {}

    private final EngineRoom room;
    private final Executor background;
    private final Supplier<Path> workspace;
    private final BorderPane root = new BorderPane();
    private final RunPicks picks = new RunPicks(this::picked);
    private final ReportForm form;
    private final JobBar bar;
    private final NoticeBar notice;
    private final WrittenFiles written;
    private final Label wrong = new Label();
    private final VBox list;
    private final EmptyState empty = new EmptyState(Icons.REPORT);
    private final Latest reading = new Latest();
    private Optional<OpenRun> run = Optional.empty();
    private Optional<Making> making = Optional.empty();
    private boolean underWay;
    private long readAt;

    /**
     * @param background reads folders and writes files
     * @param workspace the folder whose runs are offered
     * @param openRun asks for a run to open
     */
    public ReportsPane(
            EngineRoom room,
            Dialogs dialogs,
            FilePicker files,
            Executor background,
            Supplier<Path> workspace,
            Runnable openRun) {
        this.room = room;
        this.background = background;
        this.workspace = workspace;
        form = new ReportForm(room.featureWeights(), files);
        bar = new JobBar(
                "make-report",
                "Make report",
                Icons.REPORT,
                "Measure what is not known yet, and write the files",
                this::make,
                this::cancel);
        notice = new NoticeBar(dialogs);
        written = new WrittenFiles(files);
        wrong.setId("error-report-runs");
        wrong.getStyleClass().add("field-error");
        list = list();
        empty.show("No runs yet", "A report tells of runs: train one first, or open one from its folder.");
        Button open = new Button("Open run…");
        open.setId("reports-empty-action");
        open.setOnAction(event -> openRun.run());
        empty.getChildren().add(open);
        compose();
    }

    private VBox list() {
        Label title = new Label("Runs in the report");
        title.getStyleClass().add("page-title");
        Label hint =
                new Label("Up to " + MicReport.MOST_RUNS + ", side by side in the order in which they are chosen.");
        hint.getStyleClass().add("field-hint");
        ScrollPane scroll = new ScrollPane(picks);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setMargin(written, new Insets(8, 0, 0, 0));
        VBox box = new VBox(8, title, hint, wrong, scroll, written);
        box.setPadding(new Insets(12, 16, 14, 16));
        return box;
    }

    private void compose() {
        root.setId("reports");
        root.getStylesheets()
                .addAll(
                        Theme.sheetBeside(ImageBlock.class, "image.css"),
                        Theme.sheetBeside(FormLine.class, "form.css"));
        VBox.setMargin(notice, new Insets(12, 16, 0, 16));
        root.setTop(notice);
        root.setLeft(new FormSide(form, bar));
        root.setCenter(new StackPane(list, empty));
        say(Optional.empty());
        showList(false);
    }

    @Override
    public String title() {
        return "Reports";
    }

    @Override
    public Icons icon() {
        return Icons.REPORT;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void open(OpenRun opened) {
        run = Optional.of(opened);
        readAt = 0;
        if (making.isEmpty() && picks.chosen().size() <= 1) {
            picks.chooseOnly(opened.folder());
        }
    }

    @Override
    public void close() {
        run = Optional.empty();
        readAt = 0;
    }

    @Override
    public void tick() {
        making.ifPresentOrElse(now -> bar.busy(now.job().progress(), "", now.cancelling()), bar::idle);
        long now = System.nanoTime();
        if (!underWay && (readAt == 0 || now - readAt > REREAD_NANOS)) {
            underWay = true;
            readAt = now;
            Path place = workspace.get();
            Optional<Path> open = run.map(OpenRun::folder);
            reading.await(
                    CompletableFuture.supplyAsync(() -> RunChoices.read(place, open), background),
                    this::listed,
                    thrown -> {
                        underWay = false;
                        notice.failure("The runs could not be listed", Problem.of("Listing the runs", thrown));
                    });
        }
    }

    private void listed(List<RunChoices> found) {
        underWay = false;
        picks.list(found);
        showList(!found.isEmpty());
    }

    private void showList(boolean any) {
        list.setVisible(any);
        empty.setVisible(!any);
    }

    /** Makes the report of this run alone, with the forms and the protocol that are chosen. */
    public void makeOf(OpenRun reported) {
        if (making.isEmpty()) {
            picks.chooseOnly(reported.folder());
            make();
        }
    }

    private void picked() {
        List<EvaluationSubject.Checkpoint> chosen = picks.chosen();
        say(Optional.empty());
        if (chosen.isEmpty()) {
            return;
        }
        Path first = chosen.get(0).runFolder();
        form.suggest(
                chosen.size() == 1
                        ? first.resolve("report")
                        : workspace
                                .get()
                                .resolve("reports")
                                .resolve(first.getFileName() + " and " + (chosen.size() - 1) + " more"));
    }

    private void say(Optional<String> problem) {
        wrong.setText(problem.orElse(""));
        wrong.setManaged(problem.isPresent());
        wrong.setVisible(problem.isPresent());
    }

    private void make() {
        List<EvaluationSubject.Checkpoint> chosen = picks.chosen();
        say(chosen.isEmpty() ? Optional.of("Choose one to four runs.") : Optional.empty());
        Optional<List<Path>> targets = form.targets();
        if (making.isPresent() || chosen.isEmpty() || targets.isEmpty()) {
            return;
        }
        notice.clear();
        written.show(List.of());
        ReportJob job =
                room.report(form.request(chosen, run.map(OpenRun::spareThreads).orElse(0)));
        making = Optional.of(new Making(job, targets.get(), false));
        CompletableFuture<List<Path>> files =
                job.result().thenApplyAsync(report -> write(report, targets.get()), background);
        Fx.whenDone(files, this::done, this::failed);
        tick();
    }

    private static List<Path> write(MicReport report, List<Path> targets) {
        List<Path> files = new ArrayList<>();
        for (Path target : targets) {
            files.addAll(ReportFiles.write(report, target));
        }
        return files;
    }

    private void cancel() {
        making = making.map(now -> {
            now.job().cancel();
            return new Making(now.job(), now.targets(), true);
        });
        tick();
    }

    private void done(List<Path> files) {
        making = Optional.empty();
        bar.idle();
        written.show(files);
    }

    private void failed(Throwable thrown) {
        making = Optional.empty();
        bar.idle();
        if (thrown instanceof CancellationException) {
            notice.info("The report was cancelled; what was measured until then is kept.", Optional.empty());
        } else {
            notice.failure("The report could not be made", Problem.of("Making the report", thrown));
        }
    }
}
