package io.slimgan.ui;

import io.slimgan.ui.common.FeaturePane;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** Waits for what the window does in its own time. */
public final class FxWait {

    private FxWait() {}

    /** Waits until this holds on the FX thread, up to fifteen seconds: the machines that test are busy. */
    public static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    15,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition).get());
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within fifteen seconds.", e);
        }
    }

    /** Lets a page tick as the shell does until this holds on the test's thread. */
    public static void ticking(FxRobot robot, FeaturePane page, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, () -> {
                robot.interact(page::tick);
                return condition.call();
            });
        } catch (TimeoutException e) {
            throw new AssertionError("It did not happen within fifteen seconds.", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
