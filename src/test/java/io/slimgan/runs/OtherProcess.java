package io.slimgan.runs;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.runs.events.EventWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A second Java process that works on a run folder: what locks and kills do can only be shown between processes. */
@SuppressWarnings("try") // a lock is held, not used
final class OtherProcess implements AutoCloseable {

    static final String LOSS = "loss/generator/1";

    private final Process process;
    private final BufferedReader output;

    private OtherProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** @param task {@code hold} or {@code train} */
    static OtherProcess start(String task, Path run) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                OtherProcess.class.getName(),
                task,
                run.toString());
        try {
            return new OtherProcess(
                    builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** The next line that it says of its own: lines of the log are passed over. */
    String says() {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith("> ")) {
                line = output.readLine();
            }
            return line == null ? "" : line.substring(2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code kill -9}, and waits for the end. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The process does not end.");
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws InterruptedException {
        RunFolder run = RunFolder.open(Path.of(arguments[1]));
        try (RunLock lock = run.lock()) {
            if (arguments[0].equals("train")) {
                train(run);
            }
            System.out.println("> locked");
            Thread.sleep(60_000);
        } catch (UserError e) {
            System.out.println("> refused: " + e.sentence());
        }
    }

    /** Goes on from the newest checkpoint, a point and a checkpoint each step, until it is killed. */
    private static void train(RunFolder run) {
        long step = run.checkpoints().newest().map(Checkpoint::step).orElse(-1L);
        System.out.println("> from " + step);
        try (EventWriter log = EventWriter.resume(run.path(), step)) {
            while (true) {
                step++;
                log.scalar(LOSS, step, step);
                log.flush();
                run.checkpoints().write(checkpoint(step, 20_000));
                run.checkpoints().write(checkpoint(step, 20_000)); // in place of the first
                run.checkpoints().retain(2, Set.of(0L));
            }
        }
    }

    /** A checkpoint whose every number is its step. */
    static Checkpoint checkpoint(long step, int size) {
        float[] values = new float[size];
        Arrays.fill(values, step);
        Map<String, HostTensor> tensors = Map.of("l1.weight", new HostTensor(values, new long[] {size}));
        return new Checkpoint(step, tensors, tensors, tensors, Map.of("step", Long.toString(step)));
    }
}
