package io.slimgan.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.ui.FakeDialogs;
import org.junit.jupiter.api.Test;

class UncaughtErrorsTest {

    private final FakeDialogs dialogs = new FakeDialogs();

    @Test
    void anErrorIsShown() {
        new UncaughtErrors(dialogs, () -> false)
                .uncaughtException(Thread.currentThread(), new IllegalStateException("drawn wrongly"));
        assertThat(dialogs.problems()).hasSize(1);
    }

    @Test
    void whatTheToolkitsOwnEndBreaksIsNoError() {
        new UncaughtErrors(dialogs, () -> true)
                .uncaughtException(Thread.currentThread(), new NullPointerException("no pipeline any more"));
        assertThat(dialogs.problems()).isEmpty();
    }
}
