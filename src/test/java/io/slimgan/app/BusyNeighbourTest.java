package io.slimgan.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Beside a program that keeps every core busy a fair share is half the machine, so a step may take twice as long, and
 * with what scheduling costs not more than three times. Threads that spin while they wait would make it a hundred times.
 */
class BusyNeighbourTest {

    private static final double MOST = 3;
    private static final int ATTEMPTS = 3;

    @Test
    void aStepIsNotMoreThanThreeTimesSlowerBesideABusyProgram() throws IOException {
        String cache = "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR");
        Process probe = ChildJvm.builder(List.of(cache), TrainingSpeedProbe.class)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader told = probe.inputReader();
                Writer orders = probe.outputWriter()) {
            assertThat(told.readLine()).isEqualTo("warm");
            double best = Double.POSITIVE_INFINITY;
            // The machine may be busy with something else at one moment; what counts is what the program can hold.
            for (int attempt = 0; attempt < ATTEMPTS && best > MOST; attempt++) {
                double alone = measure(orders, told);
                double beside = besideSpinningThreads(orders, told);
                best = Math.min(best, beside / alone);
            }
            assertThat(best).as("step beside a busy program / step alone").isLessThanOrEqualTo(MOST);
        } finally {
            probe.destroyForcibly();
        }
    }

    private static double besideSpinningThreads(Writer orders, BufferedReader told) throws IOException {
        String threads = String.valueOf(Runtime.getRuntime().availableProcessors());
        Process neighbour =
                ChildJvm.builder(List.of(), SpinningNeighbour.class, threads).start();
        try (BufferedReader ready = neighbour.inputReader()) {
            assertThat(ready.readLine()).isEqualTo("spinning");
            return measure(orders, told);
        } finally {
            neighbour.destroyForcibly();
        }
    }

    private static double measure(Writer orders, BufferedReader told) throws IOException {
        orders.write("measure\n");
        orders.flush();
        return Double.parseDouble(String.valueOf(told.readLine()));
    }
}
