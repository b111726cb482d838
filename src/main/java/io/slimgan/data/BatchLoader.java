package io.slimgan.data;

import io.slimgan.base.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Prepares the batches of a run ahead of need, so that the device thread finds them ready. What it hands out depends on
 * the plan alone, never on timing. For any thread; taking and closing may go on at the same time.
 */
public final class BatchLoader implements AutoCloseable {

    private final ImageSet set;
    private final BatchPlan plan;
    private final Executor executor;
    private final int ahead;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Long, FutureTask<LabelledBatch>> tasks = new TreeMap<>();
    /** Arrays of batches that were given back, so that a long run does not fill the heap with used ones. */
    private final Queue<float[]> spare = new ConcurrentLinkedQueue<>();

    private boolean closed;

    /**
     * @param set the images; stays the caller's, who closes it after this loader
     * @param plan which of them make up each batch
     * @param executor where batches are prepared; it may be busy or shut down, then they are prepared when taken
     * @param ahead how many batches after the one taken are prepared, 0 or more
     */
    public BatchLoader(ImageSet set, BatchPlan plan, Executor executor, int ahead) {
        if (ahead < 0) {
            throw new IllegalArgumentException("Batches are prepared 0 or more ahead, not " + ahead + ".");
        }
        this.set = set;
        this.plan = plan;
        this.executor = executor;
        this.ahead = ahead;
    }

    /**
     * One batch of real images; those that follow it are prepared meanwhile.
     *
     * @param batchNumber 0 or more, in any order
     * @return images and labels, the caller's to keep
     * @throws IllegalStateException if the loader is closed
     */
    public LabelledBatch take(long batchNumber) {
        List<FutureTask<LabelledBatch>> fresh = new ArrayList<>();
        FutureTask<LabelledBatch> wanted = choose(batchNumber, fresh);
        fresh.forEach(this::submit);
        // Does nothing where the executor has begun it already; else this thread need not wait for the executor.
        wanted.run();
        return result(wanted);
    }

    private FutureTask<LabelledBatch> choose(long batchNumber, List<FutureTask<LabelledBatch>> fresh) {
        lock.lock();
        try {
            if (closed) {
                throw closedError();
            }
            // Taken batches belong to the caller, and after a jump the others would never be asked for.
            FutureTask<LabelledBatch> wanted = tasks.remove(batchNumber);
            tasks.keySet().stream()
                    .filter(number -> number < batchNumber || number > batchNumber + ahead)
                    .toList()
                    .forEach(this::drop);
            for (long next = batchNumber + 1; next <= batchNumber + ahead; next++) {
                if (!tasks.containsKey(next)) {
                    FutureTask<LabelledBatch> task = task(next);
                    tasks.put(next, task);
                    fresh.add(task);
                }
            }
            return wanted == null ? task(batchNumber) : wanted;
        } finally {
            lock.unlock();
        }
    }

    private void drop(long batchNumber) {
        FutureTask<LabelledBatch> task = tasks.remove(batchNumber);
        if (task != null) {
            task.cancel(false);
        }
    }

    private FutureTask<LabelledBatch> task(long batchNumber) {
        return new FutureTask<>(() -> prepare(batchNumber));
    }

    private LabelledBatch prepare(long batchNumber) {
        int[] indices = plan.indices(batchNumber);
        int size = set.imageSize();
        int perImage = set.channels() * size * size;
        float[] values = array(Math.multiplyExact(indices.length, perImage));
        int[] labels = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            set.copyTo(indices[i], values, i * perImage);
            labels[i] = set.label(indices[i]);
        }
        return new LabelledBatch(
                new HostTensor(values, new long[] {indices.length, set.channels(), size, size}), labels);
    }

    /** An array that was given back, or a new one where none fits, as after the shorter last batch of an epoch. */
    private float[] array(int length) {
        float[] given = spare.poll();
        return given != null && given.length == length ? given : new float[length];
    }

    /** Gives a taken batch back; nobody may read it any more. Not needed, but it spares memory. Any thread. */
    public void giveBack(LabelledBatch batch) {
        spare.add(batch.images().values());
    }

    private void submit(FutureTask<LabelledBatch> task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            // Not lost: the task stays in the map and runs when its batch is taken.
        }
    }

    private LabelledBatch result(FutureTask<LabelledBatch> task) {
        try {
            return task.get();
        } catch (CancellationException e) {
            throw closedError();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for a batch.");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof RuntimeException known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("A batch could not be prepared.", failure);
    }

    private static IllegalStateException closedError() {
        return new IllegalStateException("This batch loader is closed.");
    }

    /** Drops what was prepared. May be called more than once, and while another thread takes a batch. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            tasks.values().forEach(task -> task.cancel(false));
            tasks.clear();
        } finally {
            lock.unlock();
        }
    }
}
