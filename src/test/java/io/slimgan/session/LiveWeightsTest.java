package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveWeightsTest {

    private static final long MILLI = 1_000_000L;

    private final LiveWeights live = new LiveWeights();

    private void lay(long step, long now) {
        live.lay(new LiveWeights.Snapshot(step, Map.of()), now);
    }

    @Test
    void nobodyAsksSoNothingIsCopied() {
        lay(0, 0);
        assertThat(live.isDue(100, 10_000 * MILLI)).isFalse();
        assertThat(live.step()).isZero();
    }

    @Test
    void copiesFourTimesASecondAtMost() {
        lay(0, 0);
        live.drawn(MILLI);
        assertThat(live.isDue(1, 249 * MILLI)).isFalse();
        assertThat(live.isDue(1, 250 * MILLI)).isTrue();
    }

    @Test
    void copiesNoStepTwice() {
        lay(3, 0);
        live.drawn(MILLI);
        assertThat(live.isDue(3, 1000 * MILLI)).isFalse();
    }

    @Test
    void expensiveViewsGetNewWeightsLessOften() {
        lay(0, 0);
        live.drawn(100 * MILLI);
        live.drawn(MILLI);
        assertThat(live.isDue(9, 1499 * MILLI)).isFalse();
        assertThat(live.isDue(9, 1500 * MILLI)).isTrue();
        lay(9, 1500 * MILLI);
        live.drawn(MILLI);
        assertThat(live.isDue(10, 1750 * MILLI)).isTrue();
    }

    @Test
    void wantsAnewAfterEachCopy() {
        lay(0, 0);
        live.drawn(MILLI);
        lay(5, 300 * MILLI);
        assertThat(live.isDue(6, 3000 * MILLI)).isFalse();
    }

    @Test
    void whoDrewFromACheckpointBeforeTheFirstCopyGetsNewerWeights() {
        live.drawn(MILLI);
        lay(0, 0);
        assertThat(live.isDue(1, 250 * MILLI)).isTrue();
        lay(1, 250 * MILLI);
        assertThat(live.isDue(2, 3000 * MILLI)).isFalse();
    }
}
