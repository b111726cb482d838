package io.slimgan.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.slimgan.base.UserError;
import io.slimgan.data.ProgressListener;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
        List<URI> addresses = Arrays.stream(paths)
                .map(path ->
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .toList();
        new Download(Duration.ofSeconds(2))
                .fetch(new Download.Wanted(addresses, checksum, 1_000_000), target, listener);
        return target;
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
}
