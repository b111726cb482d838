package io.slimgan.ui.main;

import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.OpenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The run that the window shows, and the sessions that this process trains: at most one is shown, but one that trains
 * goes on while another run is looked at. Holds no control. FX thread.
 */
final class RunDesk {

    private final ReadOnlyObjectWrapper<Optional<OpenRun>> run = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.none());
    private final List<TrainingSession> sessions = new ArrayList<>();
    private final RunWatch watch;
    private Optional<Asked> asked = Optional.empty();

    /** A command on its way: sessions obey at the next step boundary, and until then its words are shown. */
    private record Asked(String words, Standing before) {}

    RunDesk(RunWatch watch) {
        this.watch = watch;
    }

    /** The run that is shown. */
    ReadOnlyObjectProperty<Optional<OpenRun>> run() {
        return run.getReadOnlyProperty();
    }

    /** Where it stands; changes at a {@link #tick()}. */
    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Shows this run from now on. */
    void show(OpenRun shown) {
        shown.session().ifPresent(this::train);
        asked = Optional.empty();
        run.set(Optional.of(shown));
        watch.follow(shown);
        tick();
    }

    /** Keeps an eye on a session that began without being shown. */
    void train(TrainingSession session) {
        if (!sessions.contains(session)) {
            sessions.add(session);
        }
    }

    /** Shows no run any more, such as when its folder was deleted. */
    void clear() {
        asked = Optional.empty();
        run.set(Optional.empty());
        watch.forget();
        tick();
    }

    /** Looks where the run stands now. */
    void tick() {
        Standing now = run.get()
                .flatMap(OpenRun::session)
                .map(session -> Standing.of(session.status()))
                .orElseGet(watch::standing);
        if (asked.filter(a -> answered(a.before(), now)).isPresent()) {
            asked = Optional.empty();
        }
        standing.set(asked.map(a -> now.withDoing(a.words())).orElse(now));
    }

    private static boolean answered(Standing before, Standing now) {
        return before.state() != now.state() || before.step() != now.step();
    }

    /** The sessions of this process that train or are paused. */
    List<TrainingSession> live() {
        sessions.removeIf(session -> !session.status().state().isLive());
        return List.copyOf(sessions);
    }

    /** Goes on after a pause. */
    void goOn() {
        command("Going on", TrainingSession::resume);
    }

    void pause() {
        command("Pausing after this step", TrainingSession::pause);
    }

    void stepOnce() {
        command("One step", TrainingSession::stepOnce);
    }

    void saveNow() {
        command("Saving", TrainingSession::saveNow);
    }

    void stop() {
        command("Saving and stopping after this step", TrainingSession::stop);
    }

    private void command(String words, Consumer<TrainingSession> order) {
        run.get().flatMap(OpenRun::session).ifPresent(session -> {
            asked = Optional.of(new Asked(words, Standing.of(session.status())));
            order.accept(session);
            tick();
        });
    }
}
