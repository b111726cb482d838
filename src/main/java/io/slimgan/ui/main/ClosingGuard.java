package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.session.Problem;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.Fx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.stage.Stage;

/** Lets the window close only when no run in training is lost: asks, saves, stops, closes. FX thread. */
final class ClosingGuard {

    private final Stage stage;
    private final ShellTools tools;
    private final RunDesk desk;
    private final Consumer<Boolean> saving;

    /** {@code saving} is told when the window has begun to save and will close by itself, and when it will not. */
    ClosingGuard(Stage stage, ShellTools tools, RunDesk desk, Consumer<Boolean> saving) {
        this.stage = stage;
        this.tools = tools;
        this.desk = desk;
        this.saving = saving;
    }

    /** Closes at once if nothing trains, else asks first. */
    void close() {
        List<TrainingSession> live = desk.live();
        if (live.isEmpty()) {
            stage.hide();
            return;
        }
        String names = RunOpener.names(live);
        boolean paused = live.stream().allMatch(s -> s.status().state() == RunState.PAUSED);
        tools.dialogs()
                .choose(
                        paused ? "A run is paused" : "A run is training",
                        names + (paused ? " is paused" : " is training")
                                + ". Stop and save it before the window closes? It can be resumed from there.",
                        List.of(
                                new Dialogs.Choice("Stop, save and close", () -> stopAndClose(live)),
                                new Dialogs.Choice(
                                        paused ? "Keep it paused, minimise" : "Keep training, minimise",
                                        () -> stage.setIconified(true))));
    }

    private void stopAndClose(List<TrainingSession> live) {
        saving.accept(true);
        CompletableFuture<Void> saved =
                CompletableFuture.runAsync(() -> live.forEach(TrainingSession::close), tools.background());
        Fx.whenDone(saved, done -> stage.hide(), thrown -> {
            saving.accept(false);
            Problem problem = Problem.of("Saving the run", thrown);
            tools.dialogs().problem("The run could not be saved", problem);
        });
    }
}
