package io.slimgan.ui.dataset;

import io.slimgan.session.DatasetBook;
import io.slimgan.session.DatasetFindings;
import io.slimgan.session.DatasetJob;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.image.Controls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a look at every image finds: levels, duplicates, broken files; and while it lasts, how far it is. FX thread. */
final class FindingsView extends VBox {

    /** Up to so many files are checked without being asked: some ten seconds. */
    private static final int UNASKED = 10_000;

    /** What the lists ask of the page. */
    interface Handler {

        /** Brings an image into sight. */
        void choose(int index);

        /** Shows these images alone, for a reason in a few words. */
        void only(String why, int... indices);
    }

    private final Button check;
    private final ProgressBar bar = new ProgressBar();
    private final HBox progressLine;
    private final Label said = new Label();
    private final GridPane levels = new GridPane();
    private final FindingList duplicates;
    private final FindingList broken;
    private final Latest looking = new Latest();
    private Optional<DatasetBook> book = Optional.empty();
    private Optional<DatasetJob<DatasetFindings>> job = Optional.empty();
    private Optional<DatasetFindings> found = Optional.empty();

    FindingsView(Handler handler) {
        super(8);
        check = Controls.button(
                Icons.WATCH, "check-images", "Check all images", "Levels, duplicates and broken files", this::begin);
        check.setMaxWidth(Double.MAX_VALUE);
        bar.setId("check-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        progressLine = new HBox(4, bar, Controls.icon(Icons.CLOSE, "check-cancel", "End the check", this::cancel));
        progressLine.setAlignment(Pos.CENTER_LEFT);
        said.setId("check-said");
        said.setWrapText(true);
        said.setMinHeight(USE_PREF_SIZE);
        levels.setId("levels");
        levels.setHgap(14);
        levels.setVgap(2);
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        levels.getColumnConstraints().addAll(name, number, number);
        duplicates = new FindingList(
                "duplicates",
                handler::choose,
                () -> found.ifPresent(f -> handler.only(
                        "duplicates",
                        f.duplicates().stream()
                                .flatMap(List::stream)
                                .mapToInt(Integer::intValue)
                                .toArray())));
        broken = new FindingList(
                "broken",
                handler::choose,
                () -> found.ifPresent(f -> handler.only(
                        "broken files",
                        f.broken().stream()
                                .mapToInt(DatasetFindings.BrokenFile::index)
                                .toArray())));
        getChildren().addAll(check, progressLine, said, levels, duplicates, broken);
        show();
    }

    /** Another set is looked at: it is checked at once where that is quick. */
    void open(DatasetBook opened) {
        clear();
        book = Optional.of(opened);
        if (!opened.isOnDemand() || opened.size() <= UNASKED) {
            begin();
        } else {
            say(
                    Formats.count(opened.size())
                            + " images are read as they come into sight; checking all of them takes minutes.",
                    false);
        }
        show();
    }

    /** Nothing is looked at any more. */
    void clear() {
        cancel();
        looking.forget();
        book = Optional.empty();
        job = Optional.empty();
        found = Optional.empty();
        say("", false);
        show();
    }

    private void begin() {
        book.ifPresent(open -> {
            DatasetJob<DatasetFindings> checking = open.check();
            job = Optional.of(checking);
            say("", false);
            show();
            looking.await(checking.result(), findings -> done(open, findings), this::failed);
        });
    }

    private void cancel() {
        job.ifPresent(DatasetJob::cancel);
    }

    private void done(DatasetBook open, DatasetFindings findings) {
        job = Optional.empty();
        found = Optional.of(findings);
        say("", false);
        levels.getChildren().clear();
        row(0, "Level, 0 to 255", "mean", "deviation", "muted-small");
        for (int c = 0; c < findings.channels().size(); c++) {
            DatasetFindings.Channel channel = findings.channels().get(c);
            row(c + 1, channel.name(), number(channel.mean()), number(channel.deviation()), "level");
        }
        duplicates.show(duplicatesTitle(findings), duplicateLines(open, findings));
        broken.show(brokenTitle(findings), brokenLines(open, findings));
        show();
    }

    private void row(int at, String name, String mean, String deviation, String style) {
        int column = 0;
        for (String words : List.of(name, mean, deviation)) {
            Label label = new Label(words);
            label.getStyleClass().add(style);
            levels.add(label, column++, at);
        }
    }

    private static String number(double level) {
        return String.format(Locale.ENGLISH, "%.2f", level);
    }

    private static String duplicatesTitle(DatasetFindings findings) {
        int images = findings.duplicates().stream().mapToInt(List::size).sum();
        return images == 0
                ? "No duplicates"
                : Formats.count(images) + " duplicates in "
                        + Formats.count(findings.duplicates().size())
                        + (findings.duplicates().size() == 1 ? " group" : " groups");
    }

    private static List<FindingList.Line> duplicateLines(DatasetBook open, DatasetFindings findings) {
        List<FindingList.Line> lines = new ArrayList<>();
        for (List<Integer> group : findings.duplicates()) {
            String words = String.join(" = ", group.stream().map(open::nameOf).toList());
            lines.add(new FindingList.Line(group.get(0), words));
        }
        return lines;
    }

    private static String brokenTitle(DatasetFindings findings) {
        int files = findings.broken().size();
        return files == 0 ? "No broken files" : Formats.count(files) + (files == 1 ? " broken file" : " broken files");
    }

    private static List<FindingList.Line> brokenLines(DatasetBook open, DatasetFindings findings) {
        return findings.broken().stream()
                .map(one -> new FindingList.Line(one.index(), open.nameOf(one.index()) + ": " + one.reason()))
                .toList();
    }

    private void failed(Throwable thrown) {
        job = Optional.empty();
        boolean cancelled = thrown instanceof CancellationException;
        say(
                cancelled
                        ? "The check was cancelled."
                        : Problem.of("Checking the images", thrown).sentence(),
                !cancelled);
        show();
    }

    /** Draws how far the check is. */
    void tick() {
        job.map(DatasetJob::progress).ifPresent(this::draw);
    }

    private void draw(EvaluationProgress progress) {
        bar.setProgress(progress.total() > 0 ? (double) progress.done() / progress.total() : -1);
        say("Checked " + Formats.count(progress.done()) + " of " + Formats.count(progress.total()), false);
    }

    private void say(String words, boolean wrong) {
        said.setText(words);
        said.getStyleClass().setAll("label", wrong ? "field-error" : "field-hint");
        shown(said, !words.isEmpty());
    }

    private void show() {
        shown(check, book.isPresent() && job.isEmpty() && found.isEmpty());
        shown(progressLine, job.isPresent());
        shown(levels, found.isPresent() && !found.get().channels().isEmpty());
        shown(duplicates, found.isPresent());
        shown(broken, found.isPresent());
    }

    private static void shown(Node node, boolean visible) {
        node.setManaged(visible);
        node.setVisible(visible);
    }
}
