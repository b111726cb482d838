package io.slimgan.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.download.DiskSpace;
import io.slimgan.data.download.Download;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetDownloadTest {

    @TempDir
    Path folder;

    private final Map<String, byte[]> contents =
            Map.of("/a.gz", "first file".getBytes(StandardCharsets.UTF_8), "/m/b.gz", new byte[5000]);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private HttpServer server;

    SetDownloadTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] content = contents.getOrDefault(path, new byte[0]);
            exchange.sendResponseHeaders(content.length == 0 ? 404 : 200, content.length == 0 ? -1 : content.length);
            if (content.length > 0) {
                exchange.getResponseBody().write(content);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private PublishedFile file(String name, String path, String... addresses) throws NoSuchAlgorithmException {
        byte[] content = Optional.ofNullable(contents.get(path)).orElseThrow();
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        return new PublishedFile(name, List.of(addresses).stream().map(this::at).toList(), content.length, md5);
    }

    private static PublishedSet set(String byHand, PublishedFile... files) {
        return new PublishedSet(
                "two", "Two", "files", URI.create("https://x.example/"), "terms", byHand, List.of(files));
    }

    private void fetch(PublishedSet set, Optional<URI> mirror, DiskSpace space) {
        new SetDownload(new Download(Duration.ofSeconds(5)), space).fetch(set, folder, mirror, (what, done, total) -> {
            heard.add(what + " " + done + "/" + total);
            return true;
        });
    }

    private static DiskSpace plenty() {
        return path -> 1L << 40;
    }

    @Test
    void everyFileIsFetchedWithTheMirrorAfterTheOfficialAddress() throws Exception {
        PublishedSet set = set("", file("a.gz", "/a.gz", "/a.gz"), file("b.gz", "/m/b.gz", "/gone/b.gz", "/m/b.gz"));
        assertThat(set.isIn(folder)).isFalse();
        fetch(set, Optional.empty(), plenty());
        assertThat(set.isIn(folder)).isTrue();
        assertThat(asked).containsExactly("/a.gz", "/gone/b.gz", "/m/b.gz");
        assertThat(heard)
                .contains("Downloading a.gz (1 of 2) 10/5010", "Downloading b.gz (2 of 2) 5010/5010")
                .last()
                .isEqualTo("Checking MD5 b.gz (2 of 2) 5010/5010");
        fetch(set, Optional.empty(), path -> 0);
        assertThat(asked).as("what is there is only checked").hasSize(3);
    }

    @Test
    void aMirrorIsAskedInsteadOfTheOfficialAddress() throws Exception {
        PublishedSet set = set("", file("b.gz", "/m/b.gz", "/gone/b.gz"));
        fetch(set, Optional.of(at("/m/")), plenty());
        assertThat(folder.resolve("b.gz")).hasSize(5000);
        assertThat(asked).containsExactly("/m/b.gz");
    }

    @Test
    void aMirrorIsTheFileOrItsFolder() throws Exception {
        PublishedFile a = file("a.gz", "/a.gz");
        PublishedFile b = file("b.gz", "/m/b.gz");
        assertThat(SetDownload.at(at("/dl?id=5"), set("", a), a)).isEqualTo(at("/dl?id=5"));
        assertThat(SetDownload.at(at("/x/a.gz"), set("", a), a)).isEqualTo(at("/x/a.gz"));
        assertThat(SetDownload.at(at("/x/"), set("", a), a)).isEqualTo(at("/x/a.gz"));
        assertThat(SetDownload.at(at("/x"), set("", a, b), b)).isEqualTo(at("/x/b.gz"));
    }

    @Test
    void mirrorsOfOtherKindsAreRefused() throws Exception {
        PublishedSet set = set("", file("a.gz", "/a.gz", "/a.gz"));
        for (String wrong : List.of("file:///etc/passwd", "ftp://x/y", "cifar", "https:/nohost")) {
            assertThatThrownBy(() -> fetch(set, Optional.of(URI.create(wrong)), plenty()))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(wrong)
                    .hasMessageContaining("https://");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void aFileOfTheUsersIsNeverOverwritten() throws Exception {
        PublishedSet set = set("", file("a.gz", "/a.gz", "/a.gz"));
        Path mine = Files.writeString(folder.resolve("a.gz"), "mine");
        assertThatThrownBy(() -> fetch(set, Optional.empty(), plenty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(mine + " exists already")
                .hasMessageContaining("MD5");
        assertThat(mine).hasContent("mine");
    }

    @Test
    void theWholeSetMustFitBeforeItsFirstFileIsFetched() throws Exception {
        PublishedSet set = set("", file("a.gz", "/a.gz", "/a.gz"), file("b.gz", "/m/b.gz", "/m/b.gz"));
        assertThatThrownBy(() -> fetch(set, Optional.empty(), path -> DiskSpace.SPARE_BYTES + 1000))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Two needs 67.1 MB");
        assertThat(asked).isEmpty();
    }

    @Test
    void aSetThatTakesALoginSaysWhereItsFilesGoAndChecksThem() throws Exception {
        PublishedSet set = set("sign in, put both into FOLDER.", file("a.gz", "/a.gz"), file("b.gz", "/m/b.gz"));
        assertThatThrownBy(() -> fetch(set, Optional.empty(), plenty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Two cannot be fetched without you: sign in, put both into " + folder);
        Files.write(folder.resolve("a.gz"), contents.getOrDefault("/a.gz", new byte[0]));
        Files.write(folder.resolve("b.gz"), contents.getOrDefault("/m/b.gz", new byte[0]));
        fetch(set, Optional.empty(), plenty());
        assertThat(heard).contains("Checking MD5 a.gz (1 of 2) 10/5010");
    }

    @Test
    void theCatalogueIsWhole() {
        assertThat(Catalogue.all())
                .extracting(PublishedSet::name)
                .containsExactly("cifar10", "cifar100", "stl10", "celeba", "mnist", "imagenet");
        for (PublishedSet set : Catalogue.all()) {
            assertThat(set.terms()).hasSizeGreaterThan(50);
            assertThat(set.files()).isNotEmpty().allSatisfy(file -> {
                assertThat(file.md5()).matches("[0-9a-f]{32}");
                assertThat(file.bytes()).isPositive();
                assertThat(file.addresses().isEmpty()).isEqualTo(set.needsLogin());
                assertThat(file.addresses())
                        .allSatisfy(a -> assertThat(a.getPath()).endsWith("/" + file.name()));
            });
        }
        assertThat(Catalogue.named("CIFAR-10").bytes()).isEqualTo(170_052_171);
        assertThatThrownBy(() -> Catalogue.named("cifar11"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("there are cifar10, cifar100");
    }

    @Test
    void realDigitsFitTheirSums() {
        String shared = System.getProperty("shared.dir", "");
        Path digits = Path.of(shared, "data", "mnist");
        assumeTrue(Files.isDirectory(digits), "Skipped: MNIST is not below shared.dir (" + shared + ").");
        // Its training images were packed anew, so their sum is another.
        assertThat(Catalogue.named("mnist").files().stream()
                        .filter(file -> !file.name().startsWith("train-images"))
                        .filter(file -> file.checksum().fits(digits.resolve(file.name()), ProgressListener.none())))
                .hasSize(3)
                .allSatisfy(file -> assertThat(digits.resolve(file.name())).hasSize(file.bytes()));
    }

    @Test
    void aSetHasAFolderOfItsOwn() {
        UserFolders folders = new UserFolders(folder, folder, folder.resolve("data"));
        assertThat(SetDownload.customaryFolder(folders, Catalogue.named("stl10")))
                .isEqualTo(folder.resolve("data/datasets/stl10"));
    }
}
