package io.slimgan.ui.scalars;

import io.slimgan.session.Problem;
import io.slimgan.ui.chart.ChartOptions;
import io.slimgan.ui.chart.ChartPane;
import io.slimgan.ui.chart.ChartSpec;
import io.slimgan.ui.chart.PaintQueue;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The live curves of a run, from its event log, so that a run of another process looks the same as one of this window.
 * The log is read in the background; a tick takes what is ready, for a few milliseconds at most. FX thread only.
 */
public final class ScalarsPane implements FeaturePane {

    private static final long TAKE_NANOS = 4_000_000;
    private static final long READ_INTERVAL_NANOS = 200_000_000;

    private final Executor background;
    private final ChartOptions options = new ChartOptions();
    private final PaintQueue queue = new PaintQueue();
    private final ChartGrid grid = new ChartGrid();
    private final ScalarsHeader header;
    private final Label notice = new Label();
    private final BorderPane root = new BorderPane();
    private final VBox noRun = emptyState();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final ChartFiles files;
    private boolean dark;
    private Optional<Showing> showing = Optional.empty();

    /** The run on display. */
    private static final class Showing {
        private final OpenRun run;
        private final LogFeed feed;
        private final ChartCatalog catalog;
        private final RunCurves curves;
        private boolean complete;
        private long readAt;
        private boolean failing;

        Showing(OpenRun run, LogFeed feed, ChartCatalog catalog, RunCurves curves) {
            this.run = run;
            this.feed = feed;
            this.catalog = catalog;
            this.curves = curves;
        }
    }

    /** {@code background} reads logs and writes exports. */
    public ScalarsPane(Dialogs dialogs, FilePicker picker, Executor background) {
        this.background = background;
        files = new ChartFiles(dialogs, picker, background, this::sayForAWhile);
        header = new ScalarsHeader(options, new HeaderActions());
        root.setId("scalars");
        root.getStyleClass().add("scalars-pane");
        root.getStylesheets().add(Theme.sheetBeside(ScalarsPane.class, "scalars.css"));
        notice.getStyleClass().add("scalars-notice");
        notice.setId("scalars-notice");
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setOnMouseClicked(event -> say(""));
        say("");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        root.setTop(new VBox(header, notice));
        root.setCenter(new StackPane(scroll, noRun));
        ChartCatalog.charts().forEach(this::newChart);
        showEmpty(true);
    }

    @Override
    public String title() {
        return "Curves";
    }

    @Override
    public Icons icon() {
        return Icons.CURVES;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void open(OpenRun run) {
        close();
        ChartCatalog catalog = new ChartCatalog(run.settings());
        RunCurves curves = new RunCurves(catalog, options, this::chart, grid::charts);
        Showing now = new Showing(run, new LogFeed(run.folder(), background), catalog, curves);
        showing = Optional.of(now);
        header.showWidths(run.settings().model().namedWidths());
        sayWhyEmpty(now);
        showEmpty(false);
        now.feed.read();
        now.readAt = System.nanoTime();
    }

    @Override
    public void close() {
        showing.ifPresent(now -> now.feed.close());
        showing = Optional.empty();
        grid.showAll();
        for (ChartPane chart : grid.charts()) {
            if (ChartCatalog.charts().contains(chart.spec())) {
                chart.clear();
            } else {
                grid.remove(chart);
            }
        }
        options.restarts().set(List.of());
        say("");
        showEmpty(true);
    }

    @Override
    public void tick() {
        showing.ifPresent(this::follow);
        grid.charts().stream().filter(ChartPane::isVisible).forEach(ChartPane::tick);
    }

    @Override
    public void themeChanged(boolean isDark) {
        dark = isDark;
        header.setDark(dark);
        grid.charts().forEach(chart -> chart.setDark(dark));
    }

    @Override
    public boolean canExport() {
        return showing.map(now -> now.curves.size() > 0).orElse(false);
    }

    @Override
    public void export() {
        if (canExport()) {
            files.savePicture(exportName("curves"), shownCharts());
        }
    }

    private void follow(Showing now) {
        long start = System.nanoTime();
        boolean readBefore = now.feed.hasReadOnce();
        Optional<LogPart> part = now.feed.next();
        while (part.isPresent()) {
            take(now, part.get());
            part = System.nanoTime() - start < TAKE_NANOS ? now.feed.next() : Optional.empty();
        }
        if (readBefore && !now.complete) {
            now.complete = true;
            sayWhyEmpty(now);
        }
        showFailure(now);
        if (start - now.readAt >= READ_INTERVAL_NANOS) {
            now.readAt = start;
            now.feed.read();
        }
    }

    private void take(Showing now, LogPart part) {
        if (part instanceof LogPart.Points points) {
            now.curves.add(points);
        } else if (part instanceof LogPart.Restart restart) {
            now.curves.restart(restart.keepUpTo());
        } else if (part instanceof LogPart.Best best) {
            now.curves.best(best.checkpoints());
        } else if (part instanceof LogPart.Remark remark) {
            say(remark.sentence());
        }
    }

    private void showFailure(Showing now) {
        Optional<RuntimeException> failure = now.feed.failure();
        if (failure.isPresent()) {
            say(Problem.of("Reading the log", failure.get()).sentence());
        } else if (now.failing) {
            say("");
        }
        now.failing = failure.isPresent();
    }

    private void sayWhyEmpty(Showing now) {
        grid.charts()
                .forEach(chart -> chart.setEmptyReason(
                        now.catalog.emptyReason(chart.spec(), !now.complete, now.curves.lastStep())));
    }

    /** The chart of this subject; made if it is not there yet. */
    private ChartPane chart(ChartSpec spec) {
        return grid.charts().stream()
                .filter(chart -> chart.spec().equals(spec))
                .findFirst()
                .orElseGet(() -> newChart(spec));
    }

    private ChartPane newChart(ChartSpec spec) {
        ChartPane chart = new ChartPane(spec, options, queue);
        chart.setDark(dark);
        chart.setActions(new ChartActions());
        double rank = ChartCatalog.rank(spec);
        int before = (int) grid.charts().stream()
                .filter(other -> ChartCatalog.rank(other.spec()) <= rank)
                .count();
        grid.add(before, chart);
        return chart;
    }

    private void say(String sentence) {
        notice.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
        notice.setManaged(!sentence.isEmpty());
    }

    private void sayForAWhile(String sentence) {
        say(sentence);
        PauseTransition wait = new PauseTransition(Duration.seconds(8));
        wait.setOnFinished(event -> {
            if (notice.getText().equals(sentence)) {
                say("");
            }
        });
        wait.play();
    }

    private void showEmpty(boolean empty) {
        noRun.setVisible(empty);
        scroll.setVisible(!empty);
        header.setVisible(!empty);
    }

    private List<ChartPane> shownCharts() {
        return grid.enlarged()
                .map(List::of)
                .orElseGet(() -> grid.charts().stream()
                        .filter(chart -> !chart.curves().isEmpty())
                        .toList());
    }

    private String exportName(String what) {
        return showing.map(now -> now.run.name() + "-").orElse("") + what;
    }

    private static VBox emptyState() {
        Label heading = new Label("No run is open");
        heading.getStyleClass().add("heading");
        Label sentence = new Label("Start a new run or open one from the list; its curves appear here as it trains.");
        sentence.getStyleClass().add("sentence");
        VBox box = new VBox(Icons.CURVES.node(), heading, sentence);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        return box;
    }

    /** What a chart's own buttons do. */
    private final class ChartActions implements ChartPane.Actions {

        @Override
        public void enlarge(ChartPane chart) {
            grid.toggle(chart);
        }

        @Override
        public void savePicture(ChartPane chart) {
            files.savePicture(exportName(chart.spec().id()), List.of(chart));
        }

        @Override
        public void saveTable(ChartPane chart) {
            files.saveTable(exportName(chart.spec().id()), List.of(chart));
        }
    }

    /** What the buttons above all charts do. */
    private final class HeaderActions implements ScalarsHeader.Actions {

        @Override
        public void resetAll() {
            grid.charts().forEach(ChartPane::reset);
        }

        @Override
        public void logY(boolean on) {
            grid.charts().forEach(chart -> chart.logY().set(on));
        }

        @Override
        public void savePicture() {
            export();
        }

        @Override
        public void saveTable() {
            if (canExport()) {
                files.saveTable(exportName("curves"), shownCharts());
            }
        }
    }
}
