package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.ui.FakeEngineRoom;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SlimGanCommandTest {

    private final FakeEngineRoom room = new FakeEngineRoom();

    @Test
    void helpAndVersionSayWhatThereIs() {
        assertThat(CommandLineRun.of(room, "--help").out()).contains("train", "sample", "info", "gui", "Exit codes");
        assertThat(CommandLineRun.of(room, "--version").out()).startsWith("SlimGAN Explorer ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "sample", "info", "gui"})
    void everyCommandHasHelp(String command) {
        CommandLineRun run = CommandLineRun.of(room, command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: slimgan " + command);
    }

    @Test
    void theWindowOpensWithoutACommandAndByGui() {
        assertThat(CommandLineRun.of(room).windowsOpened()).isEqualTo(1);
        assertThat(CommandLineRun.of(room, "gui").windowsOpened()).isEqualTo(1);
        assertThat(CommandLineRun.of(room, "info", "x").windowsOpened()).isZero();
    }

    @Test
    void anOutputThatIsNotTakenIsNoSuccess() {
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int count) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        StringWriter err = new StringWriter();
        CommandLine line = SlimGanCommand.create(() -> room, workspace -> {});
        line.setOut(new PrintWriter(full)).setErr(new PrintWriter(err));

        assertThat(line.execute("--version")).isEqualTo(1);
        assertThat(err.toString()).startsWith("slimgan: The output could not be written to its end.");
    }

    @Test
    void wrongOptionsAreToldWithTheNearestAndExitCode2() {
        CommandLineRun run = CommandLineRun.of(room, "train", "x.yaml", "--resum");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("slimgan: ").contains("--resume").doesNotContain("Usage");
        assertThat(CommandLineRun.of(room, "trian", "x.yaml").err()).contains("train");
        CommandLineRun set = CommandLineRun.of(room, "train", "x.yaml", "--set", "nonsense");
        assertThat(set.exitCode()).isEqualTo(2);
        assertThat(set.err()).contains("KEY=VALUE");
    }
}
