package io.slimgan.data.download;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.data.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches one file that the user asked for. What has come is kept beside the target ({@code .part}) and continued later;
 * the file appears under its name only when it is complete, its checksum fits and the disk has it. Any thread; blocks.
 */
public final class Download {

    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int TRIES = 3;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param patience how long nothing may come before a connection counts as broken
     */
    public Download(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    /**
     * What to fetch.
     *
     * @param addresses where it may be found, tried in this order
     * @param mostBytes a longer answer is refused, so that a wrong address cannot fill the disk
     */
    public record Wanted(List<URI> addresses, Checksum checksum, long mostBytes) {
        public Wanted {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Fetches a file; if it is there already and its checksum fits, nothing is asked of the network.
     *
     * @param listener may end it; what has come stays for the next time
     * @throws CancellationException if the listener ended it, or the thread was interrupted
     * @throws UserError if no address gave the file, or the disk does not take it
     */
    public void fetch(Wanted wanted, Path target, ProgressListener listener) {
        if (Files.isRegularFile(target) && wanted.checksum.fits(target)) {
            return;
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw FileProblems.cannotWrite(target, e);
        }
        String reason = "no address is known";
        for (URI address : wanted.addresses) {
            for (int attempt = 1; attempt <= TRIES; attempt++) {
                Optional<String> failure = attempt(wanted, address, part, listener);
                if (failure.isEmpty()) {
                    finish(part, target);
                    return;
                }
                reason = address + ": " + failure.get();
                LOG.info("Attempt {} at {} failed: {}", attempt, address, failure.get());
            }
        }
        throw new UserError("The file " + target.getFileName() + " could not be downloaded (" + reason
                + "). Try again later: what has come is kept; or fetch it by other means and point the program to it.");
    }

    /** One connection; empty if the part is the whole file now, otherwise what went wrong. */
    private Optional<String> attempt(Wanted wanted, URI address, Path part, ProgressListener listener) {
        try {
            Optional<String> failure = transfer(wanted, address, part, listener);
            if (failure.isEmpty() && !wanted.checksum.fits(part)) {
                Files.delete(part);
                return Optional.of("its content is not what was expected (its " + wanted.checksum.algorithm()
                        + " does not begin with " + wanted.checksum.prefix() + ")");
            }
            return failure;
        } catch (IOException e) {
            return Optional.of(FileProblems.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private Optional<String> transfer(Wanted wanted, URI address, Path part, ProgressListener listener)
            throws IOException, InterruptedException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<BodyQueue> response = client.send(request.build(), info -> new BodyQueue());
        BodyQueue body = response.body();
        try {
            if (response.statusCode() == RANGE_NOT_SATISFIABLE && have > 0) {
                // Either it is whole already, or it belongs to another file; the checksum tells.
                return Optional.empty();
            }
            if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
                return Optional.of("the server answered with status " + response.statusCode());
            }
            boolean goesOn = response.statusCode() == PARTIAL
                    && response.headers()
                            .firstValue("Content-Range")
                            .filter(range -> range.startsWith("bytes " + begin(have)))
                            .isPresent();
            if (response.statusCode() == PARTIAL && !goesOn) {
                Files.deleteIfExists(part);
                return Optional.of("the server sent another part than the one asked for");
            }
            long begin = goesOn ? have : 0;
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            return receive(body, part, begin, length < 0 ? -1 : begin + length, wanted.mostBytes, listener);
        } finally {
            body.cancel();
        }
    }

    private static String begin(long have) {
        return have + "-";
    }

    private Optional<String> receive(
            BodyQueue body, Path part, long begin, long total, long most, ProgressListener listener)
            throws IOException, InterruptedException {
        if (total > most) {
            return Optional.of("it is larger (" + total + " bytes) than it should be");
        }
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(begin);
            file.position(begin);
            for (Optional<List<ByteBuffer>> data = body.next(patience); data.isPresent(); data = body.next(patience)) {
                for (ByteBuffer buffer : data.get()) {
                    while (buffer.hasRemaining()) {
                        file.write(buffer);
                    }
                }
                if (file.position() > most) {
                    return Optional.of("it is larger than it should be");
                }
                if (!listener.progress("Downloading", file.position(), Math.max(0, total))) {
                    throw new CancellationException("The download was cancelled.");
                }
            }
            file.force(true);
            return total >= 0 && file.position() < total
                    ? Optional.of("it ended after " + file.position() + " of " + total + " bytes")
                    : Optional.empty();
        }
    }

    private static void finish(Path part, Path target) {
        try {
            AtomicFiles.moveInto(part, target);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(target, e);
        }
    }
}
