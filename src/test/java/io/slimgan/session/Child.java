package io.slimgan.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that runs {@link RunChild}. */
final class Child implements AutoCloseable {

    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Child start(Path workspace, String run, long steps, long stepsNow) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true"));
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RunChild.class.getName(),
                workspace.toString(),
                run,
                Long.toString(steps),
                Long.toString(stepsNow)));
        try {
            Path output = Files.createTempFile(workspace, "child", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("OMP_WAIT_POLICY", "passive");
            return new Child(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The way the system does it when memory is out: at once, wherever the process is. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Waits for an end without an error. */
    void awaitSuccess() {
        awaitEnd();
        if (process.exitValue() != 0) {
            throw new AssertionError("The child ended with code " + process.exitValue() + ": " + said());
        }
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new AssertionError("The child does not end. It said: " + said());
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
