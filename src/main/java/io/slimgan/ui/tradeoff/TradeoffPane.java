package io.slimgan.ui.tradeoff;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.Width;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.session.EvaluationJob;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.FeatureWeights;
import io.slimgan.session.ModelCosts.WidthCosts;
import io.slimgan.session.Problem;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Measures the open run and shows quality against cost per width. A measurement goes on when another run is opened; its
 * result lies in its own run's folder. FX thread.
 */
public final class TradeoffPane implements FeaturePane {

    /** A measurement under way. */
    private record Running(EvaluationJob job, Path folder, boolean cancelling) {}

    private final Dialogs dialogs;
    private final FilePicker files;
    private final Executor background;
    private final BorderPane root = new BorderPane();
    private final MeasuringForm form;
    private final JobBar bar = new JobBar(
            "measure",
            "Measure",
            Icons.QUALITY,
            "Measure in the background; training goes on",
            this::measure,
            this::cancel);
    private final NoticeBar notice;
    private final ResultView results = new ResultView();
    private final EmptyState empty = new EmptyState(Icons.QUALITY);
    private final Button emptyAction = new Button();
    private final FormSide side;
    private final RunShelf shelf;
    private final ShownTimes times;
    private final Latest counting = new Latest();
    private Optional<OpenRun> run = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Optional<RunShelf.Content> content = Optional.empty();
    private final Runnable openRun;

    /**
     * @param weights of the papers' feature network
     * @param background reads folders and writes files
     * @param openRun asks for a run to open
     */
    public TradeoffPane(
            FeatureWeights weights, Dialogs dialogs, FilePicker files, Executor background, Runnable openRun) {
        this.dialogs = dialogs;
        this.files = files;
        this.background = background;
        this.openRun = openRun;
        form = new MeasuringForm(weights, dialogs, files);
        notice = new NoticeBar(dialogs);
        shelf = new RunShelf(background);
        times = new ShownTimes(this::timed);
        root.setId("quality");
        root.getStylesheets()
                .addAll(
                        Theme.sheetBeside(ImageBlock.class, "image.css"),
                        Theme.sheetBeside(FormLine.class, "form.css"),
                        Theme.sheetBeside(TradeoffPane.class, "tradeoff.css"));
        side = new FormSide(form, bar);
        emptyAction.setId("quality-empty-action");
        empty.getChildren().add(emptyAction);
        VBox.setMargin(notice, new Insets(12, 16, 0, 16));
        root.setLeft(side);
        root.setTop(notice);
        ScrollPane shown = new ScrollPane(results);
        shown.setFitToWidth(true);
        shown.setFitToHeight(true);
        shown.getStyleClass().add("form-scroll");
        shown.visibleProperty().bind(results.visibleProperty());
        root.setCenter(new StackPane(shown, empty));
        close();
    }

    @Override
    public String title() {
        return "Quality";
    }

    @Override
    public Icons icon() {
        return Icons.QUALITY;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void open(OpenRun opened) {
        boolean same = run.map(OpenRun::folder).equals(Optional.of(opened.folder()));
        close();
        run = Optional.of(opened);
        form.open(opened);
        shelf.open(opened.folder());
        counting.await(
                opened.room().costs(opened.settings()),
                costs -> results.showCosts(
                        costs.widths().stream().map(this::named).toList()),
                thrown -> notice.failure("The costs could not be counted", Problem.of("Counting the costs", thrown)));
        if (!same) {
            notice.clear();
        }
        show();
    }

    @Override
    public void close() {
        run = Optional.empty();
        content = Optional.empty();
        shelf.close();
        times.close();
        counting.forget();
        results.clear();
        notice.clear();
        show();
    }

    @Override
    public void tick() {
        form.tick();
        shelf.tick(
                this::read,
                thrown -> notice.failure(
                        "The run's folder could not be read", Problem.of("Reading the run's evaluations", thrown)));
        running.ifPresentOrElse(now -> bar.busy(now.job().progress(), ofAnother(now), now.cancelling()), bar::idle);
        timed();
        if (content.isPresent() && run.isPresent()) {
            results.shown()
                    .ifPresent(
                            shown -> times.want(run.get(), shown, content.get().checkpoints()));
        }
    }

    private String ofAnother(Running now) {
        return run.filter(r -> r.folder().equals(now.folder())).isPresent()
                ? ""
                : now.folder().getFileName() + ": ";
    }

    @Override
    public void themeChanged(boolean dark) {
        results.setDark(dark);
    }

    @Override
    public boolean canExport() {
        return run.isPresent() && results.shown().isPresent();
    }

    @Override
    public void export() {
        Optional<Evaluation> shown = results.shown();
        if (run.isEmpty() || shown.isEmpty()) {
            return;
        }
        String text = SheetText.csv(shown.get());
        files.save("Save the values", run.get().name() + "-quality.csv", "Table", "csv")
                .ifPresent(file -> Fx.whenDone(
                        CompletableFuture.runAsync(
                                () -> AtomicFiles.write(file, text.getBytes(StandardCharsets.UTF_8)), background),
                        done -> notice.info("Saved " + file, Optional.empty()),
                        thrown -> dialogs.problem("Not saved", Problem.of("Saving " + file.getFileName(), thrown))));
    }

    /** Measures on the features of this file from now on, if it holds the papers' network; remembers it. */
    public void useWeights(Path file) {
        form.useWeights(file);
    }

    private void measure() {
        if (run.isEmpty() || running.isPresent()) {
            return;
        }
        OpenRun measured = run.get();
        Optional<EvaluationRequest> request = form.request(measured.folder(), measured.spareThreads());
        if (request.isEmpty()) {
            return;
        }
        notice.clear();
        EvaluationJob job = measured.room().evaluate(request.get());
        running = Optional.of(new Running(job, measured.folder(), false));
        Fx.whenDone(job.result(), done -> measured(measured, done, job.remarks()), thrown -> failed(measured, thrown));
        tick();
    }

    private void cancel() {
        running = running.map(now -> {
            now.job().cancel();
            return new Running(now.job(), now.folder(), true);
        });
        tick();
    }

    private void measured(OpenRun measured, List<Evaluation> done, List<String> remarks) {
        running = Optional.empty();
        bar.idle();
        if (!remarks.isEmpty()) {
            notice.info(String.join(" ", remarks), Optional.empty());
        }
        if (isShown(measured) && !done.isEmpty()) {
            results.choose(done.get(0));
            shelf.readSoon();
            show();
        }
    }

    private void failed(OpenRun measured, Throwable thrown) {
        running = Optional.empty();
        bar.idle();
        if (thrown instanceof CancellationException) {
            notice.info("Measuring was cancelled; nothing half-measured was kept.", Optional.empty());
        } else {
            String where = isShown(measured) ? "" : " of " + measured.name();
            notice.failure("Measuring" + where + " did not work", Problem.of("Measuring" + where, thrown));
        }
    }

    private boolean isShown(OpenRun measured) {
        return run.map(OpenRun::folder).equals(Optional.of(measured.folder()));
    }

    private void read(RunShelf.Content found) {
        content = Optional.of(found);
        form.offer(found.checkpoints(), found.best());
        results.list(found.evaluations());
        times.found(found.times());
        show();
    }

    private void timed() {
        results.showTimes(results.shown().flatMap(times::of).map(this::named));
    }

    private DrawingTimes named(DrawingTimes known) {
        return run.map(r -> r.settings().model())
                .filter(model -> model.widths().size() == 1)
                .map(model -> known.ofIndividual(model.individualWidth()))
                .orElse(known);
    }

    /** An individual run's only width goes by the narrow one that it stands for, as its values do. */
    private WidthCosts named(WidthCosts known) {
        return run.map(r -> r.settings().model())
                .filter(model -> model.widths().size() == 1)
                .map(model -> known.named(new Width(model.individualWidth(), 0)))
                .orElse(known);
    }

    private boolean hasResults() {
        return results.shown().isPresent();
    }

    private void show() {
        side.setDisable(run.isEmpty());
        results.setVisible(run.isPresent() && hasResults());
        empty.setVisible(!results.isVisible());
        boolean nothingToMeasure =
                content.filter(c -> c.checkpoints().isEmpty()).isPresent();
        if (run.isEmpty()) {
            say("No run is open", "Open a run to measure its quality at each width.", "Open run…", openRun);
        } else if (content.isEmpty()) {
            say("Reading the run…", "What was measured before appears in a moment.", "", () -> {});
        } else if (nothingToMeasure) {
            say(
                    "No checkpoint yet",
                    "Measuring takes the weights of a checkpoint, and this run has none yet.",
                    "Save now",
                    () -> run.flatMap(OpenRun::session).ifPresent(session -> session.saveNow()));
            emptyAction.setDisable(!run.get().isTraining());
        } else {
            say(
                    "Nothing measured yet",
                    "Choose at the left what to measure, or begin with a quick look at FID* and mIC*.",
                    "Measure quickly",
                    () -> {
                        form.chooseQuick();
                        measure();
                    });
        }
    }

    private void say(String what, String why, String verb, Runnable action) {
        empty.show(what, why);
        emptyAction.setText(verb);
        emptyAction.setVisible(!verb.isEmpty());
        emptyAction.setDisable(false);
        emptyAction.setOnAction(event -> action.run());
    }
}
