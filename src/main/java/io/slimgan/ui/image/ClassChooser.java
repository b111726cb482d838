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

    private static final String BY_SEED = "Classes by seed";

    private final Rules rules;
    private final Runnable onChosen;
    private final Button button;
    private final Button before = Controls.icon(Icons.PREVIOUS, "class-before", "Class before", () -> walk(-1));
    private final Button after = Controls.icon(Icons.NEXT, "class-after", "Class after", () -> walk(1));
    private final ClassPicker picker = new ClassPicker(this::describe, this::taken);
    private ClassNames names = ClassNames.NONE;
    private ClassChoice chosen = ClassChoice.BY_SEED;

    /** @param onChosen called when the reader chose otherwise */
    public ClassChooser(Rules rules, Runnable onChosen) {
        super(2);
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
        button.setPrefWidth(190);
        button.setMaxWidth(190);
        button.setMinWidth(190);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(new Label("Class"), before, button, after);
        reset();
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
            return rules.every()
                    + (every.count() == names.count()
                            ? ""
                            : ", " + every.first() + " – " + (every.first() + every.count() - 1));
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

    /** Along the classes, or along the parts of all of them. */
    private void walk(int by) {
        if (chosen instanceof ClassChoice.One one) {
            take(new ClassChoice.One(one.label() + by));
        } else {
            List<ClassChoice> offered = offered();
            take(offered.get(offered.indexOf(chosen) + by));
        }
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
        int at = chosen instanceof ClassChoice.One one ? one.label() : page();
        int places = chosen instanceof ClassChoice.One ? names.count() : pages();
        boolean walks = chosen instanceof ClassChoice.One || places > 1;
        for (Button arrow : List.of(before, after)) {
            arrow.setVisible(walks);
            arrow.setManaged(walks);
        }
        before.setDisable(at <= 0);
        after.setDisable(at >= places - 1);
    }

    private int page() {
        return chosen instanceof ClassChoice.Every every ? every.first() / PAGE : 0;
    }

    private int pages() {
        return chosen instanceof ClassChoice.Every ? (names.count() + PAGE - 1) / PAGE : 1;
    }
}
