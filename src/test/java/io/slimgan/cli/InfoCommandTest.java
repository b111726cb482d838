package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.Defaults;
import io.slimgan.config.SettingsFile;
import io.slimgan.ui.FakeEngineRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {

    private final FakeEngineRoom room = new FakeEngineRoom();

    @TempDir
    Path folder;

    @Test
    void jsonHasExactlyTheAgreedKeys() throws IOException {
        Path config = Files.writeString(
                folder.resolve("c.yaml"),
                "model: {generator_channels: 64, discriminator_channels: 32, widths: [0.5, 1]}");
        CommandLineRun run = CommandLineRun.of(room, "info", config.toString(), "--json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip())
                .isEqualTo("{\"generator\":{\"parameters\":256000,\"widths\":["
                        + "{\"width\":0.5,\"parameters\":64000,\"macs\":3200000,\"macs_executed\":3200000,\"macs_profiler\":3264000},"
                        + "{\"width\":1.0,\"parameters\":256000,\"macs\":12800000,\"macs_executed\":12800000,\"macs_profiler\":13056000}]},"
                        + "\"discriminator\":{\"parameters\":96000,\"macs\":3200000}}");
        assertThat(room.isClosed()).isTrue();
    }

    @Test
    void aRunIsNamedByItsFolderOrInTheWorkspace() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        SettingsFile.write(folder.resolve("mine/run.yaml"), Defaults.settings());
        String byFolder = CommandLineRun.of(room, "info", folder.resolve("mine").toString())
                .out();
        String byName =
                CommandLineRun.of(room, "info", "mine", "-w", folder.toString()).out();
        assertThat(byFolder)
                .contains("sndcgan, 32 x 32 pixels")
                .contains("2,048,000")
                .isEqualTo(byName);
    }

    @Test
    void settingsThatOnlyLackImagesCanBeLookedAt() throws IOException {
        Path config = Files.writeString(folder.resolve("c.yaml"), "data: {dataset: cifar10}");
        assertThat(CommandLineRun.of(room, "info", config.toString()).exitCode())
                .isZero();
    }

    @Test
    void mistakesAreOneLineAndExitCode2() throws IOException {
        CommandLineRun missing = CommandLineRun.of(room, "info", "nowhere");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).startsWith("slimgan: nowhere is neither").hasLineCount(1);
        Path config = Files.writeString(folder.resolve("c.yaml"), "training:\n  batchsize: 3\n");
        CommandLineRun wrong = CommandLineRun.of(room, "info", config.toString());
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err())
                .endsWith("c.yaml:2: unknown setting training.batchsize; did you mean training.batch_size?\n")
                .hasLineCount(1);
    }

    @Test
    void anyOtherFailureIsExitCode1WithoutAStackTrace() throws IOException {
        Path config = Files.writeString(folder.resolve("c.yaml"), "seed: 1");
        FakeEngineRoom broken = new FakeEngineRoom() {
            @Override
            public java.util.concurrent.CompletableFuture<io.slimgan.session.ModelCosts> costs(
                    io.slimgan.config.RunSettings run) {
                return java.util.concurrent.CompletableFuture.failedFuture(
                        new IllegalStateException("no engine\nat all"));
            }
        };
        CommandLineRun run = CommandLineRun.of(broken, "info", config.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("slimgan: failed: no engine").hasLineCount(1);
    }
}
