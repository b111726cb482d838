package io.slimgan.training;

import io.slimgan.nn.engine.EngineFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the independent parts of a step side by side: widths of the generator, shares of the discriminators' batch. One
 * part on one core beats several cores on one part, because small operations do not split well.
 *
 * <p>Owned by the device thread, which works along.
 */
final class Workers implements AutoCloseable {

    private final int count;
    private final int threads;
    private final ExecutorService others;

    /** A part of a step: what it costs in any unit, dearest first, and what it does. */
    record Part<T>(double cost, Callable<T> work) {}

    /**
     * @param threads cores that a step may use
     * @param most workers at the most; further cores go into each worker's operations
     */
    Workers(int threads, int most) {
        this.threads = threads;
        this.count = Math.max(1, Math.min(threads, most));
        AtomicInteger number = new AtomicInteger();
        this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), work -> {
            Thread thread = Executors.defaultThreadFactory().newThread(work);
            thread.setName("training-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many parts run at once. */
    int count() {
        return count;
    }

    /** Runs all parts, the dear ones first, and gives their results in the order of the parts. */
    <T> List<T> run(List<Part<T>> parts) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(i -> -parts.get(i).cost));
        AtomicInteger next = new AtomicInteger();
        List<List<Result<T>>> results = new ArrayList<>();
        List<Future<List<Result<T>>>> running = new ArrayList<>();
        for (int i = 1; i < Math.min(count, parts.size()); i++) {
            running.add(others.submit(() -> work(parts, order, next)));
        }
        Throwable failure = null;
        try {
            results.add(work(parts, order, next));
        } catch (Exception e) {
            failure = e;
        }
        // Wait for every worker even after a failure: they still read the step's tensors.
        for (Future<List<Result<T>>> future : running) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                failure = e.getCause();
            } catch (InterruptedException e) {
                failure = e;
            }
        }
        EngineFacts.useThreads(threads);
        if (failure != null) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
        return results.stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Result::part))
                .map(Result::value)
                .toList();
    }

    private record Result<T>(int part, T value) {}

    private <T> List<Result<T>> work(List<Part<T>> parts, List<Integer> order, AtomicInteger next) throws Exception {
        EngineFacts.useThreads(Math.max(1, threads / count));
        List<Result<T>> done = new ArrayList<>();
        for (int i = next.getAndIncrement(); i < order.size(); i = next.getAndIncrement()) {
            int part = order.get(i);
            done.add(new Result<>(part, parts.get(part).work.call()));
        }
        return done;
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
