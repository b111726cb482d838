package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

    @RepeatedTest(200)
    void everyEpochVisitsEveryImageOnce(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        int setSize = 2 + random.nextInt(300);
        int batchSize = 2 + random.nextInt(80);
        BatchPlan plan = new BatchPlan(setSize, batchSize, random.nextLong());
        boolean oneIsLeftAlone = setSize % batchSize == 1;

        for (int epoch = 0; epoch < 3; epoch++) {
            List<Integer> seen = new ArrayList<>();
            for (int i = 0; i < plan.batchesPerEpoch(); i++) {
                long number = (long) epoch * plan.batchesPerEpoch() + i;
                int[] batch = plan.indices(number);
                assertThat(batch.length).isBetween(2, batchSize);
                assertThat(i < plan.batchesPerEpoch() - 1 ? batch.length : batchSize)
                        .isEqualTo(batchSize);
                assertThat(plan.epoch(number)).isEqualTo(epoch);
                Arrays.stream(batch).forEach(seen::add);
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(oneIsLeftAlone ? setSize - 1 : setSize);
            assertThat(seen).allMatch(index -> index >= 0 && index < setSize);
        }
    }

    @RepeatedTest(20)
    void aBatchDependsOnItsNumberAloneSoAResumedRunGoesOnTheSame(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        BatchPlan straight = new BatchPlan(103, 10, seed);
        List<int[]> batches = IntStream.range(0, 60).mapToObj(straight::indices).toList();
        BatchPlan resumed = new BatchPlan(103, 10, seed);
        for (int number : new int[] {59, 17, 0, 31, 30, 44, 11, 10}) {
            assertThat(resumed.indices(number)).isEqualTo(batches.get(number));
        }
    }

    @Test
    void seedsAndEpochsHaveOrdersOfTheirOwn() {
        Set<List<Integer>> orders = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            BatchPlan plan = new BatchPlan(40, 40, seed);
            for (int epoch = 0; epoch < 4; epoch++) {
                orders.add(Arrays.stream(plan.indices(epoch)).boxed().toList());
            }
        }
        assertThat(orders).hasSize(200);
    }

    @Test
    void everyPlaceIsEquallyLikely() {
        int[][] counts = new int[6][6];
        BatchPlan plan = new BatchPlan(6, 6, 1);
        for (int epoch = 0; epoch < 6_000; epoch++) {
            int[] order = plan.indices(epoch);
            for (int place = 0; place < 6; place++) {
                counts[order[place]][place]++;
            }
        }
        for (int[] row : counts) {
            for (int count : row) {
                // 1,000 expected; five standard deviations are 145.
                assertThat(count).isBetween(855, 1_145);
            }
        }
    }

    @Test
    void theImageLeftOutIsNotAlwaysTheSame() {
        BatchPlan plan = new BatchPlan(5, 2, 3);
        Set<Set<Integer>> visited = new HashSet<>();
        for (int epoch = 0; epoch < 30; epoch++) {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < 2; i++) {
                Arrays.stream(plan.indices(2L * epoch + i)).forEach(seen::add);
            }
            visited.add(seen);
        }
        assertThat(visited).hasSize(5);
    }

    @Test
    void theOrderIsTheSameForEverSoThatOldRunsGoOn() {
        assertThat(new BatchPlan(10, 10, 42).indices(0)).containsExactly(6, 5, 7, 0, 3, 1, 4, 8, 2, 9);
    }

    @Test
    void aSmallSetIsOneBatch() {
        BatchPlan plan = new BatchPlan(3, 64, 0);
        assertThat(plan.batchesPerEpoch()).isEqualTo(1);
        assertThat(plan.indices(7)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void numbersFarAwayAreFine() {
        assertThat(new BatchPlan(50_000, 64, 0).indices(Long.MAX_VALUE / 2)).hasSizeBetween(2, 64);
    }

    @Test
    void refusesWhatCannotBeTrained() {
        assertThatThrownBy(() -> new BatchPlan(1, 64, 0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("only 1 image");
        assertThatThrownBy(() -> new BatchPlan(10, 1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatchPlan(10, 2, 0).indices(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
