package io.slimgan.ui.dataset;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.session.DatasetBook;
import io.slimgan.session.DatasetJob;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.form.FormLine;
import io.slimgan.ui.form.FormSide;
import io.slimgan.ui.form.JobBar;
import io.slimgan.ui.image.EmptyState;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.NoticeBar;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Looks into a dataset, be it a run's or any other. What is open stays open while other pages are looked at. FX thread. */
public final class DatasetPane implements FeaturePane {

    /** A set on its way. */
    private record Opening(DatasetJob<DatasetBook> job, boolean cancelling) {}

    private final EngineRoom room;
    private final BorderPane root = new BorderPane();
    private final DatasetForm form;
    private final Button ofRun = new Button();
    private final JobBar bar;
    private final NoticeBar notice;
    private final ClassList classes = new ClassList(this::classChosen);
    private final VBox notes = new VBox(4);
    private final FindingsView findings = new FindingsView(new FromFindings());
    private final VBox facts = new VBox(12, notes, classes, findings);
    private final SheetHead head = new SheetHead(this::showAll, this::zoom);
    private final ContactSheet sheet = new ContactSheet(this::imageChosen);
    private final ImageDetail detail = new ImageDetail();
    private final VBox opened = new VBox(head, sheet, detail);
    private final EmptyState empty = new EmptyState(Icons.DATASET);
    private Optional<OpenRun> run = Optional.empty();
    private Optional<DatasetBook> book = Optional.empty();
    private Optional<Opening> opening = Optional.empty();

    public DatasetPane(EngineRoom room, Dialogs dialogs, FilePicker files) {
        this.room = room;
        form = new DatasetForm(room.datasets(), dialogs, files);
        bar = new JobBar("open-dataset", "Open", Icons.OPEN, "Look at these images", this::openChosen, this::cancel);
        notice = new NoticeBar(dialogs);
        ofRun.setId("look-run");
        ofRun.setMaxWidth(Double.MAX_VALUE);
        ofRun.setOnAction(event -> run.ifPresent(this::lookAt));
        compose();
    }

    private void compose() {
        root.setId("dataset");
        root.getStylesheets()
                .addAll(
                        Theme.sheetBeside(ImageBlock.class, "image.css"),
                        Theme.sheetBeside(FormLine.class, "form.css"),
                        Theme.sheetBeside(DatasetPane.class, "dataset.css"));
        VBox.setMargin(notice, new Insets(12, 16, 0, 16));
        VBox.setVgrow(sheet, Priority.ALWAYS);
        sheet.scale().addListener((observable, before, now) -> zoomed());
        VBox body = new VBox(10, ofRun, form);
        body.getStyleClass().add("form-body");
        notes.setId("dataset-notes");
        facts.getStyleClass().add("dataset-facts");
        root.setTop(notice);
        root.setLeft(new FormSide(new VBox(body, facts), bar));
        root.setCenter(new StackPane(opened, empty));
        showRun();
        showEmpty();
    }

    @Override
    public String title() {
        return "Dataset";
    }

    @Override
    public Icons icon() {
        return Icons.DATASET;
    }

    @Override
    public Region node() {
        return root;
    }

    /** Names the run's images in the form, unless others are being looked at; opens nothing by itself. */
    @Override
    public void open(OpenRun shown) {
        run = Optional.of(shown);
        if (book.isEmpty() && opening.isEmpty()) {
            form.fill(shown.settings().data());
        }
        showRun();
    }

    @Override
    public void close() {
        run = Optional.empty();
        showRun();
    }

    /** Looks at the images that a run learns. */
    public void lookAt(OpenRun shown) {
        form.fill(shown.settings().data());
        openChosen();
    }

    @Override
    public void tick() {
        opening.ifPresentOrElse(now -> bar.busy(now.job().progress(), now.cancelling()), bar::idle);
        findings.tick();
    }

    private void showRun() {
        ofRun.setText(run.map(shown -> "Images of “" + shown.name() + "”").orElse(""));
        shown(ofRun, run.isPresent());
    }

    private void openChosen() {
        form.settings().filter(chosen -> opening.isEmpty()).ifPresent(this::begin);
    }

    private void begin(DataSettings data) {
        notice.clear();
        DatasetJob<DatasetBook> job = room.openDataset(data);
        opening = Optional.of(new Opening(job, false));
        if (book.isEmpty()) {
            showEmpty();
        }
        Fx.whenDone(job.result(), this::show, this::failed);
        tick();
    }

    private void cancel() {
        opening = opening.map(now -> {
            now.job().cancel();
            return new Opening(now.job(), true);
        });
        tick();
    }

    private void failed(Throwable thrown) {
        opening = Optional.empty();
        bar.idle();
        if (thrown instanceof UserError known) {
            form.refuse(known.sentence());
        } else if (!(thrown instanceof CancellationException)) {
            notice.failure("The images could not be opened", Problem.of("Opening the images", thrown));
        }
        if (book.isEmpty()) {
            showEmpty();
        }
    }

    private void show(DatasetBook read) {
        opening = Optional.empty();
        bar.idle();
        sheet.clear();
        findings.clear();
        book.ifPresent(DatasetBook::close);
        book = Optional.of(read);
        notes.getChildren().clear();
        read.notes().forEach(this::note);
        shown(notes, !read.notes().isEmpty());
        classes.show(read);
        findings.open(read);
        shown(facts, true);
        opened.setVisible(true);
        empty.setVisible(false);
        showAll();
    }

    private void note(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("field-hint");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        notes.getChildren().add(label);
    }

    private void showEmpty() {
        opened.setVisible(false);
        shown(facts, false);
        empty.setVisible(true);
        if (opening.isPresent()) {
            empty.show(
                    "The images are being opened",
                    "How far it is stands below the form, beside the button that ends it.");
        } else {
            empty.show(
                    "No images are open",
                    "Choose a dataset, name its folder and press Open: a contact sheet with its classes, levels, duplicates"
                            + " and broken files.");
        }
    }

    private void showAll() {
        classes.reset();
        book.ifPresent(
                read -> list(Optional.empty(), IntStream.range(0, read.size()).toArray()));
    }

    private void classChosen(int label) {
        book.ifPresent(read -> {
            if (label == ClassList.ALL) {
                showAll();
            } else {
                int[] ofClass = IntStream.range(0, read.size())
                        .filter(i -> read.label(i) == label)
                        .toArray();
                list(Optional.of("class " + read.classNames().get(label)), ofClass);
            }
        });
    }

    private void list(Optional<String> why, int... indices) {
        book.ifPresent(read -> {
            sheet.show(read, indices);
            head.show(read, indices.length, why);
            zoomed();
        });
    }

    private void imageChosen(int index) {
        book.filter(read -> index >= 0).ifPresentOrElse(read -> detail.show(read, index), detail::clear);
    }

    private void zoom(int steps) {
        sheet.zoom(sheet.scale().get() + steps);
    }

    private void zoomed() {
        head.zoomed(sheet.scale().get(), sheet.largestScale());
    }

    private static void shown(Node node, boolean visible) {
        node.setManaged(visible);
        node.setVisible(visible);
    }

    /** What the lists of duplicates and broken files ask for. */
    private final class FromFindings implements FindingsView.Handler {

        @Override
        public void choose(int index) {
            sheet.choose(index);
            if (sheet.chosen() != index) {
                showAll(); // it is of another class
                sheet.choose(index);
            }
        }

        @Override
        public void only(String why, int... indices) {
            classes.reset();
            list(Optional.of(why), indices);
        }
    }
}
