package io.slimgan.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import io.slimgan.data.download.Checksum;
import io.slimgan.data.download.Download;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightDownloadTest {

    private static final byte[] CONTENT = "weights".getBytes(StandardCharsets.UTF_8);
    private static final String SUM_BEGINS = "9a129038"; // printf weights | sha256sum

    @TempDir
    Path folder;

    private HttpServer server;
    private WeightLocation location;
    private Path target;

    @BeforeEach
    void serve() throws IOException {
        UserFolders folders = new UserFolders(folder.resolve("state"), folder.resolve("cache"), folder.resolve("data"));
        location = new WeightLocation(folders, Map.of());
        target = folder.resolve("cache").resolve(WeightDownload.FILE);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            try (var body = exchange.getResponseBody()) {
                body.write(CONTENT);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private WeightDownload download(String sum) {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + WeightDownload.FILE);
        Download.Wanted wanted = new Download.Wanted(List.of(address), new Checksum("SHA-256", sum), 1000);
        return new WeightDownload(new Download(Duration.ofSeconds(2)), wanted, target, location);
    }

    @Test
    void whatWasFetchedIsFoundFromThenOn() throws IOException {
        assertThat(download(SUM_BEGINS).fetch((what, done, total) -> true)).isEqualTo(target);
        assertThat(Files.readAllBytes(target)).isEqualTo(CONTENT);
        assertThat(location.find(Optional.empty())).contains(target);
    }

    @Test
    void anotherContentIsNeitherKeptNorRemembered() {
        assertThatThrownBy(() -> download("00000000").fetch((what, done, total) -> true))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(WeightDownload.FILE)
                .hasMessageContaining("not what was expected");
        assertThat(target).doesNotExist();
        assertThat(location.find(Optional.empty())).isEmpty();
    }

    @Test
    void aCancelledOneIsNotRemembered() {
        assertThatThrownBy(() -> download(SUM_BEGINS).fetch((what, done, total) -> false))
                .isInstanceOf(CancellationException.class);
        assertThat(location.find(Optional.empty())).isEmpty();
    }

    @Test
    void thePublishedAddressIsShownBeforeItIsAsked() {
        UserFolders folders = new UserFolders(folder.resolve("state"), folder.resolve("cache"), folder.resolve("data"));
        assertThat(new WeightDownload(folders, location).addresses())
                .allSatisfy(address ->
                        assertThat(address.toString()).startsWith("https://").endsWith(WeightDownload.FILE));
    }
}
