package io.slimgan.ui.consistency;

import io.slimgan.base.Width;
import io.slimgan.session.ModelCosts;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.image.EmptyState;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.NoticeBar;
import io.slimgan.ui.image.PreviewClient;
import io.slimgan.ui.image.RefreshPace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The same latents at every width: rows are widths, columns are latents (the paper's Figure 2). Follows training, of
 * which it takes no more than its share. FX thread.
 */
public final class ConsistencyPane implements FeaturePane, SheetActions, GridToolBar.Listener {

    /** Drawing may take this part of the time by itself, so that training stays within a few per cent of its speed. */
    private static final double SHARE = 0.02;

    private final BorderPane root = new BorderPane();
    private final GridToolBar tools = new GridToolBar(this);
    private final NoticeBar notice;
    private final GridPictures pictures;
    private final Latest fixedSeeds = new Latest();
    private final GridSheet sheet = new GridSheet(this);
    private final ScrollPane scroll = new ScrollPane(sheet);
    private final EmptyState empty = new EmptyState(Icons.GRID);
    private final EnlargedColumn enlarged = new EnlargedColumn(this, this::enlargedClosed);
    private final ColumnSeeds seeds = new ColumnSeeds(new SplittableRandom());
    private final RefreshPace pace = new RefreshPace(SHARE, 500);
    private Optional<OpenRun> run = Optional.empty();
    private Optional<PreviewClient> client = Optional.empty();
    private Optional<PreviewAnswer.Images> answer = Optional.empty();
    private Optional<GridPicture> picture = Optional.empty();
    private Optional<ModelCosts> costs = Optional.empty();
    private List<Width> widths = List.of();
    private boolean wanted;
    private boolean newestOnce;
    private boolean dark;
    private long triedStep = -1;

    /** Failures are told through {@code dialogs}, files are chosen through {@code files}. */
    public ConsistencyPane(Dialogs dialogs, FilePicker files) {
        notice = new NoticeBar(dialogs);
        pictures = new GridPictures(dialogs, files, notice);
        root.setId("consistency");
        scroll.setId("grid-scroll");
        scroll.getStyleClass().add("image-scroll");
        root.getStylesheets().add(Theme.sheetBeside(ImageBlock.class, "image.css"));
        scroll.widthProperty().addListener((size, before, now) -> fitSheet());
        scroll.heightProperty().addListener((size, before, now) -> fitSheet());
        StackPane middle = new StackPane(scroll, empty, enlarged);
        VBox top = new VBox(tools, notice);
        VBox.setMargin(notice, new javafx.geometry.Insets(0, 14, 8, 14));
        root.setTop(top);
        root.setCenter(middle);
        root.setOnDragOver(this::dragged);
        root.setOnDragDropped(this::dropped);
        close();
    }

    /** A scroll bar may come and go without changing what fits. */
    private void fitSheet() {
        sheet.view(scroll.getWidth() - 16, scroll.getHeight() - 4);
    }

    @Override
    public String title() {
        return "Consistency";
    }

    @Override
    public Icons icon() {
        return Icons.GRID;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void open(OpenRun opened) {
        close();
        run = Optional.of(opened);
        showAllWidths();
        tools.setDisable(false);
        fixedSeeds.await(FixedSeeds.of(opened), this::startWith, this::cannotHappen);
        PreviewClient made = new PreviewClient(opened.room().preview(opened.folder()), this::answered);
        client = Optional.of(made);
        opened.room()
                .costs(opened.settings())
                .whenComplete((known, failure) -> Fx.later(() -> {
                    if (known != null && run.equals(Optional.of(opened))) {
                        costs = Optional.of(known);
                        show();
                    }
                }));
        show();
    }

    private void startWith(List<Long> fixed) {
        seeds.start(fixed);
        tools.showCount(seeds.columns().size());
        wanted = true;
    }

    /** The seeds' reading falls back by itself. */
    private void cannotHappen(Throwable thrown) {
        notice.failure("The run's latents could not be read", Problem.of("Reading the latents", thrown));
    }

    @Override
    public void close() {
        fixedSeeds.forget();
        pictures.forget();
        client.ifPresent(PreviewClient::close);
        client = Optional.empty();
        run = Optional.empty();
        answer = Optional.empty();
        picture = Optional.empty();
        costs = Optional.empty();
        seeds.clear();
        triedStep = -1;
        wanted = false;
        newestOnce = false;
        notice.clear();
        tools.source().reset();
        tools.setDisable(true);
        if (enlarged.isVisible()) {
            enlarged.close();
        }
        show();
    }

    @Override
    public void tick() {
        if (client.isEmpty()) {
            return;
        }
        PreviewClient asking = client.get();
        tools.source().tick(asking.preview());
        if (picture.isEmpty()) {
            showEmpty();
        }
        long newest = asking.newestStep();
        if (asking.isWaiting() || newest < 0 && tools.source().chosen().isNewest()) {
            return;
        }
        boolean newer = (tools.isLive() || newestOnce)
                && newest != triedStep
                && answer.map(drawn -> drawn.step() != newest).orElse(true);
        if (wanted || newer && pace.isDue(System.nanoTime())) {
            newestOnce &= !newer;
            ask();
        }
    }

    /** What the reader changed is drawn at once; it does not wait for its turn. */
    private void ask() {
        if (seeds.columns().isEmpty()) {
            return;
        }
        wanted = true;
        client.ifPresent(asking -> {
            long newest = asking.newestStep();
            if (newest < 0 && tools.source().chosen().isNewest()) {
                return;
            }
            wanted = false;
            triedStep = newest;
            pace.asked(System.nanoTime());
            asking.ask(new PreviewRequest(tools.source().chosen(), widths, seeds.seeds()));
        });
        show();
    }

    private void answered(PreviewClient.Answered arrived) {
        if (arrived.answer() instanceof PreviewAnswer.Failure failure) {
            if (arrived.newest()) {
                notice.drawingFailure("The grid could not be drawn", failure.problem());
            }
        } else if (arrived.answer() instanceof PreviewAnswer.Images images) {
            answer = Optional.of(images);
            notice.drawn();
            makePicture();
            picture.ifPresent(drawn -> pace.cost(drawn.totalMillis()));
        }
        show();
    }

    private void makePicture() {
        picture = answer.map(images -> GridPicture.of(images, tools.isDifference()));
    }

    private SheetView view() {
        int imageSize = answer.map(images -> images.rows().get(0).images().width())
                .or(() -> run.map(opened -> opened.settings().data().imageSize()))
                .orElse(32);
        return new SheetView(widths, seeds.columns(), imageSize, picture, costs, tools.zoom(), dark);
    }

    private void show() {
        boolean drawn = picture.isPresent();
        empty.setVisible(!drawn);
        scroll.setVisible(drawn);
        if (drawn) {
            SheetView view = view();
            sheet.show(view);
            enlarged.update(view);
        } else {
            showEmpty();
        }
    }

    private void showEmpty() {
        if (run.isEmpty()) {
            empty.show("No run is open", "Start a new run or open one: its images at every width appear here.");
        } else if (client.map(PreviewClient::newestStep).orElse(-1L) >= 0) {
            empty.show("Drawing the first images…", "The run's fixed latents at all its widths.");
        } else {
            empty.showNoWeights(run.get());
        }
    }

    @Override
    public void themeChanged(boolean nowDark) {
        dark = nowDark;
        show();
    }

    @Override
    public void sourceChosen() {
        ask();
    }

    @Override
    public void liveSwitched() {
        pace.interval(tools.intervalMillis());
    }

    @Override
    public void drawAgain() {
        // Training lays down newer weights only when somebody draws, so there will be newer ones soon after this.
        newestOnce = !tools.isLive() && tools.source().chosen().isNewest();
        ask();
    }

    @Override
    public void countChosen(int columns) {
        seeds.resize(columns);
        ask();
    }

    @Override
    public void shuffle() {
        seeds.shuffle();
        ask();
    }

    @Override
    public void viewChanged() {
        makePicture();
        show();
    }

    @Override
    public boolean canExport() {
        return picture.isPresent() && !pictures.isBusy();
    }

    @Override
    public void export() {
        if (canExport()) {
            run.ifPresent(opened -> answer.ifPresent(drawn -> pictures.export(opened, drawn, tools.isDifference())));
        }
    }

    @Override
    public void openPicture() {
        run.ifPresent(opened -> pictures.open(opened, this::restored));
    }

    @Override
    public void showAllWidths() {
        widths = run.map(opened -> opened.settings().model().widthList().widths())
                .orElse(List.of());
        tools.showWidthsLeftOut(false);
        ask();
    }

    private void restored(RestoredGrid grid) {
        tools.source().choose(Source.checkpoint(grid.recipe().step()));
        widths = grid.widths();
        tools.showWidthsLeftOut(
                run.map(opened -> opened.settings().model().widths().size() > widths.size())
                        .orElse(false));
        startWith(grid.recipe().seeds());
        ask();
    }

    private void dragged(DragEvent event) {
        if (run.isPresent() && droppedPicture(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        droppedPicture(event)
                .ifPresent(file -> run.ifPresent(opened -> pictures.restore(opened, file, this::restored)));
        event.setDropCompleted(true);
        event.consume();
    }

    private static Optional<Path> droppedPicture(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        return files.size() == 1
                        && files.get(0).getName().toLowerCase(Locale.ROOT).endsWith(".png")
                ? Optional.of(files.get(0).toPath())
                : Optional.empty();
    }

    @Override
    public void enlarge(int row, int column) {
        enlarged.open(view(), row, column);
    }

    private void enlargedClosed() {
        sheet.select(enlarged.row(), enlarged.column());
        sheet.requestFocus();
    }

    @Override
    public void setSeed(int column, long seed) {
        seeds.set(column, seed);
        ask();
    }

    @Override
    public void renew(int column) {
        seeds.renew(column);
        ask();
    }

    @Override
    public void toggleLock(int column) {
        seeds.toggleLock(column);
        show();
    }

    @Override
    public void copySeed(int column) {
        ClipboardContent content = new ClipboardContent();
        content.putString(Long.toString(seeds.columns().get(column).seed()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
