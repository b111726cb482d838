package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchLoaderTest {

    private final ImageSet set = Datasets.open(new DataSettings(Dataset.SHAPES, "", 16), ProgressListener.none());
    private final BatchPlan plan = new BatchPlan(100, 8, 5);
    private final ExecutorService executor = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        executor.shutdownNow();
        set.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void givesTheBatchOfThePlanForAnyNumberInAnyOrder(int ahead) {
        Random random = new Random(ahead);
        try (BatchLoader loader = new BatchLoader(set, plan, executor, ahead)) {
            for (long number = 0; number < 40; number++) {
                assertThat(loader.take(number).images()).isEqualTo(expected(number));
            }
            for (int i = 0; i < 60; i++) {
                long number = random.nextInt(50);
                assertThat(loader.take(number).images()).isEqualTo(expected(number));
            }
        }
    }

    @Test
    void theLastBatchOfAnEpochIsShorter() {
        try (BatchLoader loader = new BatchLoader(set, plan, executor, 2)) {
            assertThat(loader.take(12).images().shape()).containsExactly(4, 3, 16, 16);
            assertThat(loader.take(13).images().shape()).containsExactly(8, 3, 16, 16);
        }
    }

    @Test
    void preparesTheFollowingOnesOnTheExecutorAndEachOnlyOnce() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        try (BatchLoader loader = new BatchLoader(set, plan, waiting::add, 2)) {
            loader.take(0);
            assertThat(waiting).hasSize(2);
            loader.take(1);
            assertThat(waiting).hasSize(3);
            waiting.forEach(Runnable::run);
            assertThat(loader.take(2).images()).isEqualTo(expected(2));
        }
    }

    @Test
    void aJumpPreparesWhatFollowsTheNewPlace() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        try (BatchLoader loader = new BatchLoader(set, plan, waiting::add, 2)) {
            loader.take(0);
            loader.take(30);
            assertThat(waiting).hasSize(4);
            waiting.forEach(Runnable::run);
            assertThat(loader.take(31).images()).isEqualTo(expected(31));
            assertThat(loader.take(1).images()).isEqualTo(expected(1));
        }
    }

    @Test
    void anExecutorThatNeverRunsOrRefusesOnlyCostsTime() {
        try (BatchLoader idle = new BatchLoader(set, plan, task -> {}, 3);
                BatchLoader refused = new BatchLoader(
                        set,
                        plan,
                        task -> {
                            throw new RejectedExecutionException("shut down");
                        },
                        3)) {
            for (long number = 0; number < 5; number++) {
                assertThat(idle.take(number).images()).isEqualTo(expected(number));
                assertThat(refused.take(number).images()).isEqualTo(expected(number));
            }
        }
    }

    @Test
    void aClosedLoaderRefusesAndMayBeClosedAgain() {
        BatchLoader loader = new BatchLoader(set, plan, executor, 3);
        loader.take(0);
        loader.close();
        loader.close();
        assertThatThrownBy(() -> loader.take(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closingWhileAnotherThreadTakesEndsThatThreadCleanly() throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            BatchLoader loader = new BatchLoader(set, plan, executor, 3);
            AtomicReference<Throwable> end = new AtomicReference<>();
            CountDownLatch ended = new CountDownLatch(1);
            CountDownLatch begun = new CountDownLatch(1);
            executor.execute(() -> {
                try {
                    for (long number = 0; ; number++) {
                        loader.take(number);
                        begun.countDown();
                    }
                } catch (IllegalStateException e) {
                    end.set(e);
                } finally {
                    ended.countDown();
                }
            });
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            loader.close();
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(end.get()).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatGoesWrongInTheBackgroundIsToldToTheTaker() {
        try (BatchLoader loader = new BatchLoader(set, plan, executor, 3)) {
            loader.take(0);
            set.close();
            assertThatThrownBy(() -> {
                        for (long number = 1; number < 10; number++) {
                            loader.take(number);
                        }
                    })
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
        }
    }

    private HostTensor expected(long number) {
        int[] indices = plan.indices(number);
        float[] values = new float[indices.length * 3 * 16 * 16];
        for (int i = 0; i < indices.length; i++) {
            set.copyTo(indices[i], values, i * 3 * 16 * 16);
        }
        return new HostTensor(values, new long[] {indices.length, 3, 16, 16});
    }
}
