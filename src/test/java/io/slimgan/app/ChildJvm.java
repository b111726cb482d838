package io.slimgan.app;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A second Java process with the class path of the tests, for what only a fresh process can show. */
final class ChildJvm {

    /**
     * What became of it.
     *
     * @param code the exit code
     * @param output standard output and error together
     */
    record Outcome(int code, String output) {}

    private ChildJvm() {}

    /** A process that runs {@code main}, with none of our settings in its environment; not yet started. */
    static ProcessBuilder builder(List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx1g");
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        EngineEnvironment.VARIABLES.keySet().forEach(builder.environment()::remove);
        return builder;
    }

    /** Runs it to its end, for two minutes at most. */
    static Outcome run(ProcessBuilder builder) {
        try {
            File output = File.createTempFile("child", ".txt");
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            process.destroyForcibly();
            String text = Files.readString(output.toPath());
            if (!output.delete() || !ended) {
                throw new AssertionError("The child process did not end in two minutes. It said: " + text);
            }
            return new Outcome(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
