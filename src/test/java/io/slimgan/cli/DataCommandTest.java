package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserError;
import io.slimgan.session.EngineRooms;
import io.slimgan.ui.FakeEngineRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class DataCommandTest {

    @TempDir
    Path folder;

    private final FakeEngineRoom room = new FakeEngineRoom();

    private CompletableFuture<CommandLineRun> fetching(String... args) throws Exception {
        CompletableFuture<CommandLineRun> run = CompletableFuture.supplyAsync(() -> CommandLineRun.of(room, args));
        WaitForAsyncUtils.waitFor(
                15, TimeUnit.SECONDS, () -> !room.datasets().fetched().isEmpty());
        return run;
    }

    @Test
    void listNamesEverySetWithItsSizeAndState() {
        CommandLineRun run = CommandLineRun.of(room, "data", "list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("cifar10 +170\\.0 MB  to fetch +images")
                .containsPattern("celeba +170\\.0 MB  by hand +images");
        room.datasets().present();
        assertThat(CommandLineRun.of(room, "data", "list").out()).containsPattern("cifar10 +170\\.0 MB  there");
    }

    @Test
    void infoTellsTermsFilesAndWhatToDoByHand() {
        CommandLineRun run = CommandLineRun.of(room, "data", "info", "celeba");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Its authors ask to be cited.")
                .contains("MD5 " + "0".repeat(32))
                .contains("CelebA cannot be fetched without you");
    }

    @Test
    void theRealCatalogueIsToldWithoutTheEngine() {
        CommandLineRun run = CommandLineRun.of(EngineRooms.create(), "data", "info", "mnist");
        assertThat(run.out())
                .contains("http://yann.lecun.com/exdb/mnist/train-images-idx3-ubyte.gz")
                .contains("https://ossci-datasets.s3.amazonaws.com/mnist/train-images-idx3-ubyte.gz")
                .contains("f68b3c2dcbeaaa9fbdd348bbdeb94873");
    }

    @Test
    void fetchShowsTheTermsFirstAndTheFolderLast() throws Exception {
        CompletableFuture<CommandLineRun> running = fetching("data", "fetch", "cifar10");
        room.datasets().fetching().complete(folder);
        CommandLineRun run = running.get(15, TimeUnit.SECONDS);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("Terms of use of CIFAR-10", "Its authors ask to be cited.");
        assertThat(run.out())
                .contains("CIFAR-10 is complete and checked: " + folder)
                .contains("--set data.dataset=cifar10 --set data.path=" + folder);
    }

    @Test
    void folderAndMirrorArePassedOn() throws Exception {
        CompletableFuture<CommandLineRun> running = fetching(
                "data", "fetch", "cifar10", "--into", folder.toString(), "--address", "https://mirror.example/");
        room.datasets().fetching().complete(folder);
        running.get(15, TimeUnit.SECONDS);
        assertThat(room.datasets().fetched())
                .containsExactly("cifar10 into " + folder + " from https://mirror.example/");
    }

    @Test
    void failuresAreOneSentenceAndExitCode2() throws Exception {
        CompletableFuture<CommandLineRun> running = fetching("data", "fetch", "cifar10");
        room.datasets()
                .fetching()
                .completeExceptionally(new UserError("cifar-10-binary.tar.gz could not be downloaded."));
        CommandLineRun run = running.get(15, TimeUnit.SECONDS);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("slimgan: cifar-10-binary.tar.gz could not be downloaded.\n");
    }

    @Test
    void cancelledIsExitCode130() throws Exception {
        CompletableFuture<CommandLineRun> running = fetching("data", "fetch", "cifar10");
        room.datasets().fetching().completeExceptionally(new java.util.concurrent.CancellationException("x"));
        assertThat(running.get(15, TimeUnit.SECONDS).exitCode()).isEqualTo(130);
    }

    @Test
    void theRealShelfSaysWhereToPutWhatTakesALogin() {
        CommandLineRun run =
                CommandLineRun.of(EngineRooms.create(), "data", "fetch", "celeba", "--into", folder.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("non-commercial research only").contains("put both into " + folder);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theRealShelfSaysThatNobodyAnswers() {
        CommandLineRun run = CommandLineRun.of(
                EngineRooms.create(),
                "data",
                "fetch",
                "cifar10",
                "--into",
                folder.toString(),
                "--address",
                "https://no-such-host.invalid/");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("slimgan: cifar-10-binary.tar.gz could not be downloaded")
                .contains("this computer seems to be offline")
                .doesNotContain("Exception", "\tat ");
        assertThat(Files.exists(folder.resolve("cifar-10-binary.tar.gz"))).isFalse();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String into : List.of(file.resolve("x").toString(), "/proc/x")) {
            if (into.startsWith("/proc") && !Files.isDirectory(Path.of("/proc/self"))) {
                continue;
            }
            CommandLineRun run = CommandLineRun.of(EngineRooms.create(), "data", "fetch", "cifar10", "--into", into);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("slimgan: The folder " + into + " cannot be made: ");
        }
    }

    @Test
    void wrongNamesAndMissingCommandsAreMistakes() {
        CommandLineRun unknown = CommandLineRun.of(room, "data", "fetch", "cifar");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("slimgan: There is no dataset 'cifar'")
                .hasLineCount(1);
        CommandLineRun none = CommandLineRun.of(room, "data");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("Missing required subcommand");
    }
}
