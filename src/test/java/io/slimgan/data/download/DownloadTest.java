package io.slimgan.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slimgan.base.UnavailableError;
import io.slimgan.base.UserError;
import io.slimgan.data.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {

    @TempDir
    Path folder;

    private final byte[] content = new byte[300_000];
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final ExecutorService serving = Executors.newCachedThreadPool();
    private HttpServer server;
    private Checksum checksum;

    DownloadTest() throws Exception {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
        checksum = new Checksum("SHA-256", HexFormat.of().formatHex(sum).substring(0, 8));
    }

    @BeforeEach
    void serve() {
        server.createContext("/good", exchange -> answer(exchange, content, content.length, true));
        server.createContext("/deaf", exchange -> answer(exchange, content, content.length, false));
        server.createContext("/short", exchange -> answer(exchange, content, content.length - 100_000, true));
        server.createContext("/bad", exchange -> answer(exchange, new byte[content.length], content.length, true));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/good");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/gone", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/stall", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, 1000);
            exchange.getResponseBody().flush(); // and nothing more
        });
        server.setExecutor(serving);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        serving.shutdownNow();
    }

    /** Promises the rest of {@code bytes} and sends it up to {@code until}. */
    private void answer(HttpExchange exchange, byte[] bytes, int until, boolean hears) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(String.valueOf(range));
        int begin = hears && range != null ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
        if (begin >= bytes.length) {
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (begin > 0) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + begin + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        exchange.sendResponseHeaders(begin > 0 ? 206 : 200, bytes.length - begin);
        // A short answer breaks off: the stream cannot be closed before all that was promised is sent.
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes, begin, Math.max(0, until - begin));
        } catch (IOException e) {
            exchange.close();
        }
    }

    private Path fetch(ProgressListener listener, String... paths) {
        Path target = folder.resolve("sub").resolve("file.bin");
        List<URI> addresses = Arrays.stream(paths).map(this::at).toList();
        download(folder -> 1L << 40).fetch(new Download.Wanted(addresses, checksum, 1_000_000), target, listener);
        return target;
    }

    private static Download download(DiskSpace space) {
        return new Download(Duration.ofSeconds(1), Duration.ofMillis(10), space);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Wants the content by its exact size. */
    private Download.Wanted exactly(String... paths) {
        return new Download.Wanted(
                "file.bin", Arrays.stream(paths).map(this::at).toList(), checksum, content.length, content.length);
    }

    @Test
    void wholeFile() {
        assertThat(fetch(ProgressListener.none(), "/good")).hasBinaryContent(content);
        assertThat(folder.resolve("sub").resolve("file.bin.part")).doesNotExist();
        fetch(ProgressListener.none(), "/gone"); // it is there already
    }

    @Test
    void redirectionsAreFollowed() {
        assertThat(fetch(ProgressListener.none(), "/moved")).hasBinaryContent(content);
    }

    @Test
    void theNextAddressGoesOnWhereTheFirstBrokeOff() {
        assertThat(fetch(ProgressListener.none(), "/short", "/good")).hasBinaryContent(content);
        assertThat(ranges.get(ranges.size() - 1)).matches("bytes=[1-9][0-9]*-");
    }

    @Test
    void aServerThatKnowsNoRangesStartsAgain() {
        assertThat(fetch(ProgressListener.none(), "/short", "/deaf")).hasBinaryContent(content);
    }

    @Test
    void wrongContentIsNeverKept() {
        assertThatThrownBy(() -> fetch(ProgressListener.none(), "/bad"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("file.bin")
                .hasMessageContaining("SHA-256");
        assertThat(folder.resolve("sub")).isEmptyDirectory();
        assertThat(fetch(ProgressListener.none(), "/bad", "/good")).hasBinaryContent(content);
    }

    @Test
    void stalledAndMissingServersAreNamed() {
        assertThatThrownBy(() -> fetch(ProgressListener.none(), "/stall"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("/stall")
                .hasMessageContaining("nothing came");
        assertThatThrownBy(() -> fetch(ProgressListener.none(), "/gone"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("404");
    }

    @Test
    void cancelledAndContinued() throws IOException {
        assertThatThrownBy(() -> fetch((what, done, total) -> false, "/good"))
                .isInstanceOf(CancellationException.class);
        Path part = folder.resolve("sub").resolve("file.bin.part");
        long had = Files.size(part);
        assertThat(had).isBetween(1L, content.length - 1L);
        assertThat(fetch(ProgressListener.none(), "/good")).hasBinaryContent(content);
        assertThat(ranges.get(ranges.size() - 1)).isEqualTo("bytes=" + had + "-");
    }

    @Test
    void aConnectionThatKeepsBreakingIsContinuedAsLongAsItBringsSomething() throws IOException {
        try (TruncatingServer server = new TruncatingServer(content, 50_000)) {
            Path target = folder.resolve("file.bin");
            Download.Wanted wanted = new Download.Wanted(
                    "file.bin", List.of(server.address()), checksum, content.length, content.length);
            download(path -> 1L << 40).fetch(wanted, target, ProgressListener.none());
            assertThat(target).hasBinaryContent(content);
            assertThat(server.connections())
                    .as("more than an idle address is tried")
                    .isEqualTo(6);
        }
    }

    @Test
    void aServerThatHangsUpAtOnceIsGivenUpAndNamed() throws IOException {
        try (TruncatingServer server = new TruncatingServer(content, 0)) {
            Path target = folder.resolve("file.bin");
            Download.Wanted wanted = new Download.Wanted(
                    "file.bin", List.of(server.address()), checksum, content.length, content.length);
            assertThatThrownBy(() -> download(path -> 1L << 40).fetch(wanted, target, ProgressListener.none()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(server.address().toString())
                    .hasMessageContaining("the connection broke")
                    .hasMessageContaining("put it at " + target);
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void aPartOfAnotherFileIsThrownAwayAndTheFileFetchedWhole() throws IOException {
        Path target = folder.resolve("file.bin");
        Files.write(folder.resolve("file.bin.part"), new byte[1000]);
        download(path -> 1L << 40).fetch(exactly("/good"), target, ProgressListener.none());
        assertThat(target).hasBinaryContent(content);
        assertThat(ranges).containsExactly("bytes=1000-", "null");
    }

    @Test
    void aPartThatIsWholeNeedsNoServer() throws IOException {
        Path target = folder.resolve("file.bin");
        Files.write(folder.resolve("file.bin.part"), content);
        download(path -> 1L << 40).fetch(exactly("/gone"), target, ProgressListener.none());
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void aPageOfWordsInsteadOfTheFileIsKnownByItsLength() {
        server.createContext("/login", exchange -> answer(exchange, new byte[500], 500, true));
        Path target = folder.resolve("file.bin");
        assertThatThrownBy(() -> download(path -> 1L << 40).fetch(exactly("/login"), target, ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("another file (500 bytes instead of 300000)");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aPageOfUnknownLengthLeavesNothingBehind() {
        server.createContext("/portal", exchange -> {
            ranges.add("asked");
            exchange.sendResponseHeaders(200, 0); // in chunks
            exchange.getResponseBody().write(new byte[700]);
            exchange.close();
        });
        Path target = folder.resolve("file.bin");
        assertThatThrownBy(() -> download(path -> 1L << 40).fetch(exactly("/portal"), target, ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("another file (700 bytes instead of 300000)");
        assertThat(folder).as("a part of a page would spoil the next download").isEmptyDirectory();
        assertThat(ranges).as("it would be the same page again").hasSize(1);
    }

    @Test
    void aLoginPageDoesNotCostThePartThatIsThere() throws IOException {
        server.createContext("/hotel", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[700]);
            exchange.close();
        });
        Path target = folder.resolve("file.bin");
        Path part = Files.write(folder.resolve("file.bin.part"), Arrays.copyOf(content, 200_000));
        assertThatThrownBy(() -> download(path -> 1L << 40).fetch(exactly("/hotel"), target, ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("a page of words");
        assertThat(part).hasSize(200_000);
        download(path -> 1L << 40).fetch(exactly("/good"), target, ProgressListener.none());
        assertThat(ranges).containsExactly("bytes=200000-");
        assertThat(target).hasBinaryContent(content);
    }

    @Test
    void aFullDiskIsToldBeforeAnythingIsWritten() {
        Path target = folder.resolve("file.bin");
        assertThatThrownBy(() -> download(path -> 70_000).fetch(exactly("/good"), target, ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("0.1 MB free")
                .hasMessageContaining("make room");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void offlineIsOneClearSentence() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        List<URI> addresses =
                List.of(URI.create("http://127.0.0.1:" + closed + "/x"), URI.create("http://no-such-host.invalid/x"));
        Download.Wanted wanted = new Download.Wanted("x", addresses, checksum, 10, 10);
        assertThatThrownBy(() -> download(path -> 1L << 40).fetch(wanted, folder.resolve("x"), ProgressListener.none()))
                .isInstanceOf(UnavailableError.class)
                .hasMessageContaining("127.0.0.1 cannot be reached")
                .hasMessageContaining("the name no-such-host.invalid cannot be looked up")
                .hasMessageContaining("this computer seems to be offline")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void aStalledDownloadIsCancelledAtOnce() {
        AtomicBoolean stalled = new AtomicBoolean();
        long start = System.nanoTime();
        assertThatThrownBy(() -> fetch(
                        (what, done, total) -> {
                            stalled.set(stalled.get() || what.startsWith("Waiting"));
                            return !stalled.get();
                        },
                        "/stall"))
                .isInstanceOf(CancellationException.class);
        assertThat(stalled).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(900));
    }

    @Test
    void twoDownloadsOfOneFileAreKeptApart() {
        Path target = folder.resolve("file.bin");
        Download.Wanted wanted = exactly("/good");
        AtomicReference<Throwable> second = new AtomicReference<>();
        download(path -> 1L << 40).fetch(wanted, target, (what, done, total) -> {
            if (second.get() == null) {
                second.set(catchThrowable(
                        () -> download(path -> 1L << 40).fetch(wanted, target, ProgressListener.none())));
            }
            return true;
        });
        assertThat(second.get()).isInstanceOf(UserError.class).hasMessageContaining("another download");
        assertThat(target).hasBinaryContent(content);
    }
}
