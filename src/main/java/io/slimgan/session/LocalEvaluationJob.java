package io.slimgan.session;

import io.slimgan.runs.evaluations.Evaluation;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A job's state, between the evaluation thread and whoever asked. Thread-safe. */
final class LocalEvaluationJob implements EvaluationJob {

    private final Pace pace;
    private final CompletableFuture<List<Evaluation>> result = new CompletableFuture<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile EvaluationProgress progress = new EvaluationProgress("Waiting", 0, 0);
    private final List<String> remarks = new CopyOnWriteArrayList<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private volatile boolean cancelled;

    /** @param pace what the measuring thread keeps to between batches of images */
    LocalEvaluationJob(Pace pace) {
        this.pace = pace;
    }

    @Override
    public EvaluationProgress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        cancelled = true;
        if (begun.compareAndSet(false, true)) {
            result.completeExceptionally(cancellation());
        }
    }

    @Override
    public CompletableFuture<List<Evaluation>> result() {
        // A copy: who completes or cancels it does so for himself only.
        return result.copy();
    }

    @Override
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    @Override
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Says of the real images what they say of themselves. */
    void note(List<String> ofImages) {
        ofImages.stream().filter(note -> !notes.contains(note)).forEach(notes::add);
    }

    /** Tells whoever asked; the measuring goes on. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Measures, on the evaluation thread, unless it was cancelled while it waited. */
    void run(Supplier<List<Evaluation>> measuring) {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            result.complete(measuring.get());
        } catch (Throwable e) {
            // Also an error of the machine, such as too little memory, is told to whoever asked.
            result.completeExceptionally(e);
        }
    }

    /** The job is told how far it is. */
    void at(String activity, long done, long total) {
        pace.breathe(() -> cancelled);
        if (cancelled) {
            throw cancellation();
        }
        progress = new EvaluationProgress(activity, done, total);
    }

    private static CancellationException cancellation() {
        return new CancellationException("Measuring was cancelled.");
    }
}
