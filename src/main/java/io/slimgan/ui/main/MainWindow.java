package io.slimgan.ui.main;

import io.slimgan.base.ProgramVersion;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SweepFile;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.dataset.DatasetPane;
import io.slimgan.ui.reports.ReportsPane;
import io.slimgan.ui.runs.NewRunForm;
import io.slimgan.ui.runs.ResumeForm;
import io.slimgan.ui.runs.RunsPane;
import io.slimgan.ui.tradeoff.TradeoffPane;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The window: composes commands, navigation, pages and bars, and keeps them in step with the run on the desk. Knows the
 * pages only as {@link FeaturePane}s. FX thread.
 */
final class MainWindow implements ShellActions {

    private static final String NAME = "SlimGAN Explorer";

    private final Stage stage;
    private final ShellTools tools;
    private final WindowMemoryFile memory;
    private final RunDesk desk;
    private final RunOpener opener;
    private final RunsPane runs;
    private final NewRunForm newRunForm;
    private final TradeoffPane quality;
    private final ReportsPane reports;
    private final DatasetPane dataset;
    private final List<FeaturePane> pages;
    private final PageStack stack;
    private final Navigation navigation;
    private final CommandSet commands;
    private final ProblemLine problemLine;
    private final StatusStrip status = new StatusStrip();
    private final SimpleBooleanProperty canExport = new SimpleBooleanProperty();
    private final BorderPane root = new BorderPane();
    private final WindowPlace place;
    private final ClosingGuard guard;
    private final QueueDesk queue;
    private final Ticker ticker;

    MainWindow(Stage stage, ShellTools tools, WindowMemoryFile memory) {
        this.stage = stage;
        this.tools = tools;
        this.memory = memory;
        desk = new RunDesk(new FolderWatch(tools.background()));
        opener = new RunOpener(tools, desk);
        queue = new QueueDesk(tools, desk, () -> memory.memory().workspace(), this::refreshRuns);
        WindowParts parts = WindowParts.of(tools, new FromRuns(), new FromNewRun(), this::openRun);
        runs = parts.runs();
        newRunForm = parts.newRun();
        quality = parts.quality();
        reports = parts.reports();
        dataset = parts.dataset();
        pages = parts.pages();
        stack = new PageStack(pages);
        navigation = new Navigation(pages, this::showPage);
        commands = CommandSet.of(desk, this, canExport);
        problemLine = new ProblemLine(problem -> tools.dialogs().problem("What went wrong", problem));
        place = new WindowPlace(stage, memory.memory().place());
        guard = new ClosingGuard(stage, tools, desk, root::setDisable);
        desk.run().addListener((observable, before, now) -> runChanged(now));
        desk.standing().addListener((observable, before, now) -> standingChanged(now));
        compose();
        ticker = new Ticker(stage, this::tick);
    }

    private void compose() {
        root.setId("main-window");
        root.setTop(new VBox(MainMenu.of(commands, pages, this), MainToolBar.of(commands, desk), problemLine));
        root.setLeft(navigation);
        root.setCenter(stack);
        root.setBottom(status);
        root.getStylesheets().add(Theme.sheetBeside(MainWindow.class, "shell.css"));
        Scene scene = new Scene(root, 1280, 800);
        Theme.dress(scene);
        // A key that no control has used: a button or field with the focus needs the space bar for itself.
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                pauseOrGoOn();
            }
        });
        new DropTarget(opener::open, this::newRunFrom, this::useWeights).watch(scene);
        stage.setScene(scene);
        stage.setTitle(NAME);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.setOnHiding(event -> leave());
    }

    /** Shows the window as it was left: theme, place, page and run. */
    void show() {
        wear(memory.memory().dark());
        int page = lastPage();
        showPage(page);
        place.show();
        queue.begin();
        memory.memory()
                .lastRun()
                .filter(Files::isDirectory)
                .ifPresent(run -> opener.openQuietly(run, () -> showPage(page)));
    }

    /** Shows a run's folder, fills the form from a settings file, or queues what a list file names. */
    void open(Path path) {
        if (Files.isDirectory(path)) {
            opener.open(path);
        } else {
            newRunFrom(path);
        }
    }

    private void refreshRuns() {
        runs.refresh();
    }

    private int lastPage() {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).title().equals(memory.memory().lastPage())) {
                return i;
            }
        }
        return 0;
    }

    private void tick() {
        desk.tick();
        stack.visiblePage().ifPresent(FeaturePane::tick);
        canExport.set(stack.visiblePage().filter(FeaturePane::canExport).isPresent());
    }

    private void runChanged(Optional<OpenRun> run) {
        for (FeaturePane page : pages) {
            page.close();
            run.ifPresent(page::open);
        }
        stage.setTitle(run.map(r -> r.name() + " – " + NAME).orElse(NAME));
        memory.remember(memory.memory().withLastRun(run.map(OpenRun::folder)));
    }

    private void standingChanged(Standing standing) {
        status.show(standing);
        problemLine.show(standing.problem());
    }

    private void leave() {
        queue.close();
        pages.forEach(FeaturePane::close);
        memory.remember(memory.memory()
                .withPlace(place.now())
                .withLastPage(pages.get(stack.shown()).title()));
    }

    private void wear(boolean dark) {
        Theme.of(dark).apply();
        pages.forEach(page -> page.themeChanged(dark));
        newRunForm.themeChanged(dark);
    }

    /** The page that tells most of a run that was just opened: the curves, unless one of the run's pages is shown. */
    private void leaveTheList() {
        if (stack.visiblePage().isEmpty() || stack.shown() == 0) {
            showPage(Math.min(1, pages.size() - 1));
        }
    }

    private void newRunFrom(Path yaml) {
        if (SweepFile.isOne(yaml)) {
            showPage(pages.indexOf(runs));
            runs.queue(yaml);
            return;
        }
        newRun();
        newRunForm.read(yaml);
    }

    private void useWeights(Path weights) {
        showPage(pages.indexOf(quality));
        quality.useWeights(weights);
    }

    @Override
    public void newRun() {
        newRunForm.shown();
        stack.inFront(newRunForm);
        navigation.markNone();
    }

    @Override
    public void openRun() {
        tools.files()
                .folder("Open a run's folder", Optional.of(memory.memory().workspace()))
                .ifPresent(this::openAndShow);
    }

    private void openAndShow(Path folder) {
        opener.open(folder, this::leaveTheList);
    }

    @Override
    public void start() {
        Standing standing = desk.standing().get();
        if (standing.canStep()) {
            desk.goOn();
        } else if (standing.isFinished()) {
            resumeWithChanges();
        } else if (standing.canGoOn()) {
            desk.run().get().ifPresent(run -> opener.resume(run.folder(), Optional.empty(), this::leaveTheList));
        }
    }

    @Override
    public void resumeWithChanges() {
        desk.run().get().ifPresent(run -> {
            ResumeForm form = new ResumeForm(run.settings(), tools.files());
            tools.dialogs()
                    .form(
                            "Resume “" + run.name() + "”",
                            form,
                            "Resume",
                            form.valid(),
                            () -> opener.resume(run.folder(), form.settings(), this::leaveTheList));
        });
    }

    @Override
    public void pauseOrGoOn() {
        if (desk.standing().get().canPause()) {
            desk.pause();
        } else if (desk.standing().get().canStep()) {
            desk.goOn();
        }
    }

    @Override
    public void export() {
        stack.visiblePage().filter(FeaturePane::canExport).ifPresent(FeaturePane::export);
    }

    @Override
    public void report() {
        desk.run().get().ifPresent(run -> {
            showPage(pages.indexOf(reports));
            reports.makeOf(run);
        });
    }

    @Override
    public void itsImages() {
        desk.run().get().ifPresent(run -> {
            showPage(pages.indexOf(dataset));
            dataset.lookAt(run);
        });
    }

    @Override
    public void toggleTheme() {
        memory.remember(memory.memory().withDark(!memory.memory().dark()));
        wear(memory.memory().dark());
    }

    @Override
    public void showEngine() {
        EnginePanel.show(tools.room(), tools.dialogs());
    }

    @Override
    public void showShortcuts() {
        tools.dialogs().show("Keyboard shortcuts", ShortcutSheet.of(commands, pages));
    }

    @Override
    public void showAbout() {
        tools.dialogs()
                .info(
                        "About " + NAME,
                        NAME + " " + ProgramVersion.current()
                                + "\nTrains, watches and probes slimmable generative adversarial networks.\n"
                                + "Apache License 2.0.");
    }

    @Override
    public void showPage(int index) {
        stack.show(index);
        navigation.mark(index);
    }

    @Override
    public void close() {
        guard.close();
    }

    /** Whether the views are kept up to date: only while the window can be seen. */
    boolean isTicking() {
        return ticker.isRunning();
    }

    /** What the list of runs asks for. */
    private final class FromRuns implements RunsPane.Handler {

        @Override
        public Path workspace() {
            return memory.memory().workspace();
        }

        @Override
        public void chooseWorkspace(Path folder) {
            memory.remember(memory.memory().withWorkspace(folder));
        }

        @Override
        public void newRun() {
            MainWindow.this.newRun();
        }

        @Override
        public void open(Path folder) {
            openAndShow(folder);
        }

        @Override
        public void startQueue() {
            queue.start();
        }

        @Override
        public void pauseQueue() {
            queue.pause();
        }

        @Override
        public boolean queueIsArmed() {
            return queue.isArmed();
        }

        @Override
        public void resume(Path folder) {
            opener.resume(folder, Optional.empty(), MainWindow.this::leaveTheList);
        }

        @Override
        public void moved(Path from, Optional<Path> to) {
            if (desk.run().get().filter(run -> run.folder().equals(from)).isPresent()) {
                to.ifPresentOrElse(opener::open, desk::clear);
            }
        }
    }

    /** What becomes of the form for a new run. */
    private final class FromNewRun implements NewRunForm.Handler {

        @Override
        public void start(String name, RunSettings settings, Runnable onFailed) {
            opener.start(memory.memory().workspace(), name, settings, MainWindow.this::leaveTheList, onFailed);
        }

        @Override
        public CompletionStage<List<String>> enqueue(String name, RunSettings settings, List<Long> seeds) {
            return queue.add(name, settings, seeds);
        }

        @Override
        public boolean trains() {
            return !desk.live().isEmpty();
        }

        @Override
        public void cancel() {
            showPage(stack.shown());
        }
    }
}
