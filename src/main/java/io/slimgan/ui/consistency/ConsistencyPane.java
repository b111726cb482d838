package io.slimgan.ui.consistency;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.image.EmptyState;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.LiveImages;
import io.slimgan.ui.image.NoticeBar;
import io.slimgan.ui.image.PreviewClient;
import io.slimgan.ui.image.RefreshPace;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
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
    private final LiveImages live = new LiveImages(tools.source(), pace, this::answered, this::learned);
    private Optional<PreviewAnswer.Images> answer = Optional.empty();
    private Optional<GridPicture> picture = Optional.empty();
    private List<Width> widths = List.of();
    private boolean newestOnce;
    private boolean dark;

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
        root.setTop(notice.below(tools));
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
        live.open(opened);
        tools.classes().show(live.classes());
        showAllWidths();
        tools.setDisable(false);
        fixedSeeds.await(FixedSeeds.of(opened), this::startWith, this::cannotHappen);
        show();
    }

    private void startWith(List<Long> fixed) {
        seeds.start(fixed);
        tools.showCount(seeds.columns().size());
        live.want();
    }

    /** The seeds' reading falls back by itself. */
    private void cannotHappen(Throwable thrown) {
        notice.failure("The run's latents could not be read", Problem.of("Reading the latents", thrown));
    }

    @Override
    public void close() {
        fixedSeeds.forget();
        pictures.forget();
        live.close();
        tools.classes().reset();
        tools.showClassGrid(false);
        answer = Optional.empty();
        picture = Optional.empty();
        seeds.clear();
        newestOnce = false;
        notice.clear();
        tools.setDisable(true);
        if (enlarged.isVisible()) {
            enlarged.close();
        }
        show();
    }

    @Override
    public void tick() {
        live.tick();
        if (picture.isEmpty()) {
            showEmpty();
        }
        boolean newer = (tools.isLive() || newestOnce)
                && live.isNewer(answer.map(PreviewAnswer.Images::step).orElse(-1L));
        if (live.isDue(newer)) {
            newestOnce &= !newer;
            ask();
        }
    }

    /** What the reader changed is drawn at once; it does not wait for its turn. */
    private void ask() {
        if (seeds.columns().isEmpty()) {
            return;
        }
        live.ask(() -> new PreviewRequest(
                tools.source().chosen(),
                widths,
                latents().stream().map(ColumnSeeds.Column::seed).toList(),
                tools.classes().chosen()));
        show();
    }

    /** Costs, or names of classes. */
    private void learned() {
        tools.classes().show(live.classes());
        show();
    }

    private boolean isClassGrid() {
        return tools.classes().chosen() instanceof ClassChoice.Every;
    }

    /** Every class is drawn from the first column's latent. */
    private List<ColumnSeeds.Column> latents() {
        return isClassGrid() ? seeds.columns().stream().limit(1).toList() : seeds.columns();
    }

    /** The latent of a column of the sheet. */
    private int latent(int column) {
        return isClassGrid() ? 0 : column;
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
        picture = answer.map(images ->
                GridPicture.of(images, tools.isDifference(), live.classes().count()));
    }

    private SheetView view() {
        int imageSize = answer.map(images -> images.rows().get(0).images().width())
                .or(() -> live.run().map(opened -> opened.settings().data().imageSize()))
                .orElse(32);
        List<SheetColumn> columns =
                SheetColumn.of(latents(), live.classes(), tools.classes().chosen());
        return new SheetView(widths, columns, isClassGrid(), imageSize, picture, live.costs(), tools.zoom(), dark);
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
        if (live.run().isEmpty()) {
            empty.show("No run is open", "Start a new run or open one: its images at every width appear here.");
        } else if (live.newestStep() >= 0) {
            empty.show("Drawing the first images…", "The run's fixed latents at all its widths.");
        } else {
            empty.showNoWeights(live.run().get());
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
    public void classesChosen() {
        tools.showClassGrid(isClassGrid());
        ask();
    }

    @Override
    public void chooseClass(int label) {
        tools.classes().take(new ClassChoice.One(label));
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
        if (isClassGrid()) {
            seeds.renew(0); // Its lock is not to be seen there.
        } else {
            seeds.shuffle();
        }
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
            live.run()
                    .ifPresent(
                            opened -> answer.ifPresent(drawn -> pictures.export(opened, drawn, tools.isDifference())));
        }
    }

    @Override
    public void openPicture() {
        live.run().ifPresent(opened -> pictures.open(opened, this::restored));
    }

    @Override
    public void showAllWidths() {
        widths = live.run()
                .map(opened -> opened.settings().model().widthList().widths())
                .orElse(List.of());
        tools.showWidthsLeftOut(false);
        ask();
    }

    private void restored(RestoredGrid grid) {
        tools.source().choose(Source.checkpoint(grid.recipe().step()));
        widths = grid.widths();
        tools.showWidthsLeftOut(live.run()
                .map(opened -> opened.settings().model().widths().size() > widths.size())
                .orElse(false));
        tools.classes().choose(grid.recipe().classes());
        tools.showClassGrid(isClassGrid());
        startWith(grid.recipe().seeds());
        ask();
    }

    private void dragged(DragEvent event) {
        if (live.run().isPresent()
                && GridPictures.dropped(event.getDragboard().getFiles()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (take(event.getDragboard().getFiles())) {
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /** Whether this was a picture for the open run: other files (weights, settings, a run's folder) are the window's. */
    boolean take(List<File> files) {
        Optional<Path> picture = GridPictures.dropped(files);
        Optional<OpenRun> opened = live.run();
        picture.ifPresent(file -> opened.ifPresent(run -> pictures.restore(run, file, this::restored)));
        return picture.isPresent() && opened.isPresent();
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
        seeds.set(latent(column), seed);
        ask();
    }

    @Override
    public void renew(int column) {
        seeds.renew(latent(column));
        ask();
    }

    @Override
    public void toggleLock(int column) {
        if (!isClassGrid()) {
            seeds.toggleLock(column);
            show();
        }
    }

    @Override
    public void copySeed(int column) {
        ClipboardContent content = new ClipboardContent();
        content.putString(Long.toString(seeds.columns().get(latent(column)).seed()));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
