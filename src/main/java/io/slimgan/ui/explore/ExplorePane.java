package io.slimgan.ui.explore;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.LatentKey;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.image.CellImage;
import io.slimgan.ui.image.ClassChooser;
import io.slimgan.ui.image.EmptyState;
import io.slimgan.ui.image.GridShape;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.LiveImages;
import io.slimgan.ui.image.NoticeBar;
import io.slimgan.ui.image.PictureExport;
import io.slimgan.ui.image.PreviewClient;
import io.slimgan.ui.image.RefreshPace;
import io.slimgan.ui.image.ShownImages;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The width slider: images of chosen seeds, drawn anew while it moves, from the model in training or a checkpoint. The
 * last position always wins; while the slider rests, drawing by itself takes no more than its share. FX thread.
 */
public final class ExplorePane implements FeaturePane {

    /** Drawing newer weights by itself may take this part of the time. */
    private static final double SHARE = 0.03;

    private static final double REFRESH_MILLIS = 400;

    private static final LatentKey NOTHING = new LatentKey(Long.MIN_VALUE, LatentKey.NO_CLASS);

    /** As many classes as fit one below the other. */
    private static final int MOST_LINES = 12;

    private final BorderPane root = new BorderPane();
    private final ExploreToolBar tools = new ExploreToolBar(new SplittableRandom(), this::ask, this::ask, this::export);
    private final NoticeBar notice;
    private final PictureExport pictures;
    private final ImageBlock images = new ImageBlock();
    private final ClassLines lines = new ClassLines();
    private final TileCaptions captions = new TileCaptions();
    /** A group keeps captions and images of one size; stretched, they would be laid out from different corners. */
    private final HBox shelf = new HBox(lines, new Group(new StackPane(images, captions)));

    private final StackPane stage = new StackPane(shelf);
    private final Tooltip imageTooltip = new Tooltip();
    private final WidthSlider slider = new WidthSlider(this::widthChosen);
    private final ClassChooser classes =
            new ClassChooser(new ClassChooser.Rules("In turn", "A line per class", MOST_LINES), this::ask);
    private final WidthStrip strip = new WidthStrip(slider::choose);
    private final FactStrip facts = new FactStrip();
    private final VBox view;
    private final EmptyState empty = new EmptyState(Icons.EXPLORE);
    private final RefreshPace pace = new RefreshPace(SHARE, REFRESH_MILLIS);
    private final LiveImages live = new LiveImages(tools.source(), pace, this::answered, this::learned);
    private Optional<PreviewAnswer.Images> drawn = Optional.empty();
    private Optional<PreviewRequest> stripAsked = Optional.empty();
    private double latencyMillis;
    private long stripStep = -1;
    private LatentKey stripKey = NOTHING;
    private LatentKey chosen = NOTHING;
    private boolean dark;

    /** Failures are told through {@code dialogs}, files are chosen through {@code files}. */
    public ExplorePane(Dialogs dialogs, FilePicker files) {
        notice = new NoticeBar(dialogs);
        pictures = new PictureExport(dialogs, files, notice);
        root.setId("explore");
        root.getStylesheets().add(Theme.sheetBeside(ImageBlock.class, "image.css"));
        stage.setId("explore-stage");
        stage.setMinSize(0, 0);
        images.setId("explore-images");
        images.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        images.setOnMouseClicked(this::clicked);
        images.setOnMouseMoved(this::hovered);
        Tooltip.install(images, imageTooltip);
        stage.widthProperty().addListener((size, before, now) -> paint());
        stage.heightProperty().addListener((size, before, now) -> paint());
        shelf.setAlignment(Pos.CENTER);
        HBox middle = new HBox(stage, strip);
        HBox.setHgrow(stage, Priority.ALWAYS);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        HBox choices = new HBox(10, slider, classes);
        HBox.setHgrow(slider, Priority.ALWAYS);
        view = new VBox(10, middle, choices, facts);
        view.setPadding(new Insets(4, 14, 12, 14));
        VBox.setMargin(facts, new Insets(0, 22, 0, 22));
        root.setTop(notice.below(tools));
        root.setCenter(new StackPane(view, empty));
        close();
    }

    @Override
    public String title() {
        return "Explore";
    }

    @Override
    public Icons icon() {
        return Icons.EXPLORE;
    }

    @Override
    public Region node() {
        return root;
    }

    @Override
    public void open(OpenRun opened) {
        close();
        slider.show(opened.settings().model().widthList().widths(), dark);
        strip.mark(slider.width());
        tools.setDisable(false);
        live.open(opened);
        classes.show(live.classes());
        live.want();
        show();
    }

    @Override
    public void close() {
        pictures.forget();
        live.close();
        classes.reset();
        chosen = NOTHING;
        drawn = Optional.empty();
        stripAsked = Optional.empty();
        stripStep = -1;
        notice.clear();
        strip.clear();
        tools.setDisable(true);
        show();
    }

    @Override
    public void tick() {
        live.tick();
        if (drawn.isEmpty()) {
            show();
        }
        if (live.isDue(tools.isLive()
                && live.isNewer(drawn.map(PreviewAnswer.Images::step).orElse(-1L)))) {
            ask();
        }
    }

    private void widthChosen(Width width) {
        strip.mark(width);
        ask();
    }

    /** Costs, or names of classes. */
    private void learned() {
        classes.show(live.classes());
        show();
    }

    /** Asks for what the controls say now. A request that has not begun gives way to this one. */
    private void ask() {
        live.ask(() -> new PreviewRequest(
                tools.source().chosen(), List.of(slider.width()), tools.seeds().seeds(), classes.chosen()));
    }

    /** What decides each of the images that are seen. */
    private List<LatentKey> keys(PreviewAnswer.Images answer) {
        PreviewRequest request = answer.request();
        return request.classes().keys(live.classes().count(), request.latentSeeds());
    }

    private String className(LatentKey key) {
        return key.label() == LatentKey.NO_CLASS ? "" : live.classes().name(key.label());
    }

    /** All widths of one seed come second, when the images themselves are there and nothing newer is wanted. */
    private void askForStrip() {
        List<Width> widths =
                live.run().orElseThrow().settings().model().widthList().widths();
        PreviewRequest request =
                new PreviewRequest(tools.source().chosen(), widths, List.of(chosen.seed()), chosen.choice());
        stripAsked = Optional.of(request);
        live.askBeside(request);
    }

    private void answered(PreviewClient.Answered arrived) {
        PreviewRequest request = arrived.answer().request();
        if (arrived.answer() instanceof PreviewAnswer.Failure failure) {
            if (arrived.newest()) {
                notice.drawingFailure("The images could not be drawn", failure.problem());
            }
        } else if (arrived.answer() instanceof PreviewAnswer.Images answer) {
            notice.drawn();
            if (stripAsked.filter(asked -> asked == request).isPresent()) {
                stripDrawn(answer);
            } else {
                drawn(answer, arrived);
            }
        }
    }

    private void stripDrawn(PreviewAnswer.Images answer) {
        stripStep = answer.step();
        stripKey = keys(answer).get(0);
        strip.show(answer, className(stripKey));
        if (!stripKey.equals(chosen) && live.isIdle()) {
            askForStrip();
        }
    }

    private void drawn(PreviewAnswer.Images answer, PreviewClient.Answered arrived) {
        PreviewAnswer.Row row = answer.rows().get(0);
        keepChosen(keys(answer));
        boolean stripIsOld = stripStep != answer.step() || !stripKey.equals(chosen);
        drawn = Optional.of(answer);
        latencyMillis = arrived.latencyMillis();
        pace.cost(row.millisPerImage()
                * (row.images().count()
                        + live.run()
                                .map(opened ->
                                        opened.settings().model().widths().size())
                                .orElse(0)));
        show();
        if (arrived.newest() && stripIsOld) {
            askForStrip();
        }
    }

    /** The frame stays with its image, else with its latent, where these are still seen. */
    private void keepChosen(List<LatentKey> seen) {
        if (!seen.contains(chosen)) {
            chosen = seen.stream()
                    .filter(key -> key.seed() == chosen.seed())
                    .findFirst()
                    .orElse(seen.get(0));
        }
    }

    private void show() {
        view.setVisible(drawn.isPresent());
        empty.setVisible(drawn.isEmpty());
        if (drawn.isPresent()) {
            paint();
            showFacts();
        } else {
            showEmpty();
        }
    }

    private void showFacts() {
        drawn.ifPresent(answer -> facts.show(answer, latencyMillis, live.costs(), dark));
    }

    private void showEmpty() {
        if (live.run().isEmpty()) {
            empty.show("No run is open", "Start a new run or open one, then slide through its widths here.");
        } else if (live.hasWeights()) {
            empty.show("Drawing the first images…", "At the widest width.");
        } else {
            empty.showNoWeights(live.run().get());
        }
    }

    private void paint() {
        if (drawn.isEmpty() || stage.getWidth() < 1 || stage.getHeight() < 1) {
            return;
        }
        PreviewAnswer.Images answer = drawn.get();
        RgbImages pixels = answer.rows().get(0).images();
        GridShape shape = shape(answer, pixels);
        images.shape(shape.rows(), shape.columns(), pixels.width(), shape.scale());
        images.paint(lines(pixels, shape.columns()));
        List<LatentKey> seen = keys(answer);
        captions.show(captions(seen), images);
        int framed = seen.indexOf(chosen);
        boolean several = pixels.count() > 1;
        images.frame(
                framed >= 0 && several
                        ? Optional.of(new ImageBlock.Cell(framed / shape.columns(), framed % shape.columns()))
                        : Optional.empty());
        images.setAccessibleText(pixels.count() + " generated images at width "
                + answer.rows().get(0).width() + ", step " + answer.step() + ", seeds "
                + new SeedList(answer.request().latentSeeds()).text());
    }

    /** A line of one class has its name beside it. */
    private List<String> captions(List<LatentKey> seen) {
        boolean told = lines.isVisible() || live.classes().count() == 0;
        return told ? List.of() : seen.stream().map(this::className).toList();
    }

    /** A line per class where these fit, else as large as the space allows. */
    private GridShape shape(PreviewAnswer.Images answer, RgbImages pixels) {
        double wide = stage.getWidth() - 4;
        double high = stage.getHeight() - 4;
        lines.hide();
        if (answer.request().classes() instanceof ClassChoice.Every every) {
            int columns = answer.request().latentSeeds().size();
            GridShape shape = GridShape.of(every.count(), columns, pixels.width(), wide - 2 * ClassLines.WIDE, high);
            if (shape.scale() > 0) {
                lines.show(every, live.classes(), pixels.width() * shape.scale());
                return shape;
            }
        }
        return GridShape.fit(pixels.count(), pixels.width(), wide, high);
    }

    private static ImageBlock.Cells lines(RgbImages pixels, int columns) {
        return new ImageBlock.Cells() {
            @Override
            public Optional<CellImage> at(int row, int column) {
                return isPlace(row, column)
                        ? Optional.of(new CellImage(pixels, row * columns + column))
                        : Optional.empty();
            }

            @Override
            public boolean isPlace(int row, int column) {
                return row * columns + column < pixels.count();
            }
        };
    }

    @Override
    public boolean canExport() {
        return drawn.isPresent() && !pictures.isBusy();
    }

    @Override
    public void export() {
        if (canExport()) {
            live.run()
                    .ifPresent(opened -> drawn.ifPresent(seen -> pictures.export(
                            opened,
                            new ShownImages(seen, Math.max(1, images.columns())),
                            "the images",
                            opened.name() + "-width-"
                                    + seen.rows().get(0).width().multiplier() + "-step-" + seen.step(),
                            "")));
        }
    }

    private Optional<LatentKey> keyAt(MouseEvent event) {
        return drawn.flatMap(answer -> images.cellAt(event.getX(), event.getY()).flatMap(cell -> {
            int at = cell.row() * images.columns() + cell.column();
            List<LatentKey> keys = keys(answer);
            return at < keys.size() ? Optional.of(keys.get(at)) : Optional.empty();
        }));
    }

    private void clicked(MouseEvent event) {
        keyAt(event).ifPresent(key -> {
            chosen = key;
            paint();
            if (live.isIdle()) {
                askForStrip();
            }
        });
    }

    private void hovered(MouseEvent event) {
        Optional<LatentKey> key = keyAt(event);
        images.setCursor(key.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
        imageTooltip.setText(key.map(this::describe).orElse(""));
    }

    private String describe(LatentKey key) {
        String name = className(key);
        return "Seed " + key.seed() + (name.isEmpty() ? "" : ", " + name) + "\nClick to see it at all widths";
    }

    @Override
    public void themeChanged(boolean nowDark) {
        dark = nowDark;
        slider.color(dark);
        strip.color(dark);
        showFacts();
    }
}
