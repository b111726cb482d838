package io.slimgan.ui;

import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Answers at once as the test said before, and remembers what was shown. */
public final class FakeDialogs implements Dialogs {

    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Optional<String> answer = Optional.empty();
    private volatile Optional<Runnable> standing = Optional.empty();

    /** Failures shown, in order. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Titles of everything else shown or asked, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** From now on presses the button of this label where there is one, and types it where a text is asked for. */
    public void answer(String label) {
        answer = Optional.of(label);
    }

    /** From now on cancels. */
    public void cancel() {
        answer = Optional.empty();
    }

    /** Presses the button of the form that was shown last and is still standing. On the FX thread. */
    public void acceptForm() {
        Runnable accepting = standing.orElseThrow();
        standing = Optional.empty();
        accepting.run();
    }

    @Override
    public void problem(String title, Problem problem) {
        problems.add(problem);
    }

    @Override
    public void info(String title, String text) {
        asked.add(title);
    }

    @Override
    public void confirm(String title, String question, String yes, Runnable onYes) {
        choose(title, question, List.of(new Choice(yes, onYes)));
    }

    @Override
    public void text(String title, String label, String initial, Consumer<String> onText) {
        asked.add(title);
        answer.ifPresent(onText);
    }

    @Override
    public void choose(String title, String question, List<Choice> choices) {
        asked.add(title);
        choices.stream()
                .filter(choice -> answer.equals(Optional.of(choice.label())))
                .findFirst()
                .ifPresent(choice -> choice.action().run());
    }

    @Override
    public void form(String title, Node content, String yes, ObservableBooleanValue valid, Runnable onYes) {
        asked.add(title);
        standing = Optional.of(onYes);
        if (answer.equals(Optional.of(yes)) && valid.get()) {
            acceptForm();
        }
    }

    @Override
    public void show(String title, Node content) {
        asked.add(title);
    }
}
