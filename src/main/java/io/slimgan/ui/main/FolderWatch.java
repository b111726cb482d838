package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunIndex;
import io.slimgan.runs.RunOwner;
import io.slimgan.runs.RunSummary;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Reads a run's folder every two seconds in the background: the folder is the contract between processes. */
final class FolderWatch implements RunWatch {

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Executor background;
    private final Latest reading = new Latest();
    private Optional<Followed> followed = Optional.empty();
    private Standing known = Standing.none();
    private long nextNanos;

    /** The run that is looked at, and its log as far as it was read. */
    private record Followed(Path run, NoticedMarks marks) {}

    FolderWatch(Executor background) {
        this.background = background;
    }

    @Override
    public void follow(OpenRun run) {
        followed = Optional.of(new Followed(run.folder(), new NoticedMarks(run.folder())));
        known = standing(Standing.Trainer.NOBODY, RunState.STOPPED, "Reading the run", 0, total(run), Optional.empty());
        nextNanos = System.nanoTime();
    }

    @Override
    public void forget() {
        followed = Optional.empty();
        known = Standing.none();
        reading.forget();
    }

    @Override
    public Standing standing() {
        followed.filter(f -> System.nanoTime() - nextNanos >= 0).ifPresent(this::read);
        return known;
    }

    private void read(Followed run) {
        nextNanos = System.nanoTime() + INTERVAL_NANOS;
        reading.await(
                CompletableFuture.supplyAsync(() -> look(run), background),
                now -> known = now,
                thrown -> known = broken(Problem.of("Reading " + run.run(), thrown)));
    }

    private static Standing look(Followed followed) {
        Path run = followed.run();
        RunSummary summary = RunIndex.summary(run);
        if (summary.problem().isPresent()) {
            return broken(new Problem(summary.problem().get(), ""));
        }
        Optional<RunOwner> owner = RunFolder.open(run).owner();
        String doing = owner.map(o -> "Watching, written by " + o.describe()).orElse("");
        Standing.Trainer trainer = owner.isPresent() ? Standing.Trainer.ELSEWHERE : Standing.Trainer.NOBODY;
        return standing(trainer, summary.state(), doing, summary.step(), summary.totalSteps(), Optional.empty())
                .withWarning(owner.isPresent() ? newest(followed.marks()) : "");
    }

    /** The log tells what was noticed, not whether it still is so: hence the step. */
    private static String newest(NoticedMarks marks) {
        return marks.newest()
                .map(mark -> "Noticed at step " + Formats.count(mark.step()) + ": " + mark.sentence())
                .orElse("");
    }

    private static Standing broken(Problem problem) {
        return standing(Standing.Trainer.ELSEWHERE, RunState.FAILED, "Unreadable", 0, 0, Optional.of(problem));
    }

    private static Standing standing(
            Standing.Trainer trainer, RunState state, String doing, long step, long total, Optional<Problem> problem) {
        return new Standing(trainer, state, doing, step, total, 0, Optional.empty(), "", 0, problem);
    }

    private static long total(OpenRun run) {
        return run.settings().training().steps();
    }
}
