package io.slimgan.ui.image;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ClassNames;
import io.slimgan.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/**
 * Chooses of which classes the images are: by a rule or one class, from a list that is searched by typing, or one by
 * one. Takes no room for a run without classes. FX thread.
 */
public final class ClassChooser extends HBox {

    /** Of more classes than this {@link ClassChoice.Every} shows a part at a time. */
    public static final int PAGE = 100;

    /**
     * What the rules are called on a page.
     *
     * @param inTurn {@link ClassChoice#IN_TURN}
     * @param every {@link ClassChoice.Every}
     * @param mostClasses with more of them every class is not offered
     */
    public record Rules(String inTurn, String every, int mostClasses) {}

    private static final double WIDE = 180;
    private static final String BY_SEED = "By seed";

    private final Rules rules;
    private final Runnable onChosen;
    private final Button button;
    private final Button before =
            Controls.icon(Icons.PREVIOUS, "class-before", "The choice before this one", () -> walk(-1));
    private final Button after = Controls.icon(Icons.NEXT, "class-after", "The choice after this one", () -> walk(1));
    private final ClassPicker picker = new ClassPicker(this::describe, this::taken);
    private ClassNames names = ClassNames.NONE;
    private ClassChoice chosen = ClassChoice.BY_SEED;

    /** @param onChosen called when the reader chose otherwise */
    public ClassChooser(Rules rules, Runnable onChosen) {
        super(6);
        this.rules = rules;
        this.onChosen = onChosen;
        setId("classes");
        setAlignment(Pos.CENTER_LEFT);
        button = Controls.button(
                Icons.CHOOSE,
                "class-choice",
                BY_SEED,
                "Of which classes the images are (type to find one)",
                this::open);
        button.setMinWidth(WIDE);
        button.setPrefWidth(WIDE);
        button.setMaxWidth(WIDE);
        button.setGraphic(face());
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        HBox walked = new HBox(2, before, button, after);
        walked.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new Label("Class"), walked);
        reset();
    }

    /** The choice to the left, the arrow to the right, as lists look when they are closed. */
    private HBox face() {
        Label said = new Label();
        said.textProperty().bind(button.textProperty());
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox face = new HBox(6, said, Icons.CHOOSE.node());
        face.setAlignment(Pos.CENTER_LEFT);
        face.setMinWidth(WIDE - 26);
        face.setPrefWidth(WIDE - 26);
        face.setMaxWidth(WIDE - 26);
        return face;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            open();
            event.consume();
        }
    }

    private void open() {
        picker.open(button, names, offered(), chosen);
    }

    private List<ClassChoice> offered() {
        List<ClassChoice> offered = new ArrayList<>(List.of(ClassChoice.BY_SEED, ClassChoice.IN_TURN));
        if (names.count() <= rules.mostClasses()) {
            for (int first = 0; first < names.count(); first += PAGE) {
                offered.add(new ClassChoice.Every(first, Math.min(PAGE, names.count() - first)));
            }
        }
        return offered;
    }

    private String describe(ClassChoice choice) {
        if (choice instanceof ClassChoice.One one) {
            return names.name(one.label());
        } else if (choice instanceof ClassChoice.Every every) {
            return every.count() == names.count()
                    ? rules.every()
                    : "Classes " + every.first() + " – " + (every.first() + every.count() - 1);
        }
        return choice.equals(ClassChoice.IN_TURN) ? rules.inTurn() : BY_SEED;
    }

    private void taken(ClassChoice choice) {
        button.requestFocus();
        take(choice);
    }

    /** Chooses as the reader would. */
    public void take(ClassChoice choice) {
        if (!choice.equals(chosen)) {
            choose(choice);
            onChosen.run();
        }
    }

    /** Along the list. */
    private void walk(int by) {
        take(at(place() + by));
    }

    /** Where the choice stands in the list: behind the rules come the classes. */
    private int place() {
        List<ClassChoice> offered = offered();
        return chosen instanceof ClassChoice.One one ? offered.size() + one.label() : offered.indexOf(chosen);
    }

    private ClassChoice at(int place) {
        List<ClassChoice> offered = offered();
        return place < offered.size() ? offered.get(place) : new ClassChoice.One(place - offered.size());
    }

    /** The choice; by seed unless the reader chose otherwise. */
    public ClassChoice chosen() {
        return chosen;
    }

    /** Chooses without telling. */
    public void choose(ClassChoice choice) {
        chosen = choice;
        refresh();
    }

    /** Takes the classes of a run, named or not yet; the choice stays. */
    public void show(ClassNames known) {
        if (!known.equals(names)) {
            names = known;
            refresh();
        }
    }

    /** Back to no classes. */
    public void reset() {
        names = ClassNames.NONE;
        chosen = ClassChoice.BY_SEED;
        refresh();
    }

    private void refresh() {
        setVisible(!names.isEmpty());
        setManaged(!names.isEmpty());
        button.setText(describe(chosen));
        button.setAccessibleText("Class: " + describe(chosen));
        int place = place();
        before.setDisable(place <= 0);
        after.setDisable(place < 0 || place >= offered().size() + names.count() - 1);
    }
}
