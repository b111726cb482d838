package io.slimgan.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.session.SessionStatus;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    @ParameterizedTest
    @CsvSource({
        "PREPARING, true, false, false, true, false",
        "RUNNING, true, false, true, true, false",
        "PAUSED, false, true, true, true, true",
        "STOPPED, false, false, false, false, true",
        "FINISHED, false, false, false, false, true",
        "FAILED, false, false, false, false, true"
    })
    void eachStateAllowsWhatMakesSense(
            RunState state, boolean pause, boolean step, boolean save, boolean stop, boolean goOn) {
        SessionStatus status = new SessionStatus(state, "", 5, 10, 0, Optional.empty(), "CPU", 1, -1, Optional.empty());

        Standing standing = Standing.of(status);

        assertThat(standing.canPause()).isEqualTo(pause);
        assertThat(standing.canStep()).isEqualTo(step);
        assertThat(standing.canSave()).isEqualTo(save);
        assertThat(standing.canStop()).isEqualTo(stop);
        assertThat(standing.canGoOn()).isEqualTo(goOn);
        assertThat(standing.isFinished()).isFalse();
    }

    @Test
    void withoutARunNothingCanBeDone() {
        Standing none = Standing.none();

        assertThat(none.canPause() || none.canStep() || none.canSave() || none.canStop() || none.canGoOn())
                .isFalse();
    }
}
