package io.slimgan.data.download;

import io.slimgan.base.FileProblems;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.download.TransferException.Cure;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One connection: asks for what is missing of a part and appends it. Blocks; hears the listener all the while. */
final class Transfer {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Duration patience;
    private final DiskSpace space;
    private final Download.Wanted wanted;
    private final URI address;
    private final Path part;
    private final ProgressListener listener;
    private long have;

    Transfer(
            HttpClient client,
            Duration patience,
            DiskSpace space,
            Download.Wanted wanted,
            URI address,
            Path part,
            ProgressListener listener) {
        this.client = client;
        this.patience = patience;
        this.space = space;
        this.wanted = wanted;
        this.address = address;
        this.part = part;
        this.listener = listener;
    }

    /**
     * Brings the rest of the part.
     *
     * @return whether all of it came by this connection, and nothing of it by an earlier one
     * @throws IOException if it did not come whole
     */
    boolean run() throws IOException, InterruptedException {
        have = Files.exists(part) ? Files.size(part) : 0;
        if (have > 0 && have == wanted.leastBytes() && have == wanted.mostBytes()) {
            return false; // whole already: only the check was missing
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience);
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        HttpResponse<BodyQueue> response = send(request.build());
        try {
            int status = response.statusCode();
            if (status == RANGE_NOT_SATISFIABLE && have > 0) {
                // Either it is whole already, or it belongs to another file; the checksum tells.
                return false;
            }
            requireGood(status);
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            requireNoPage(response, length);
            long begin = status == PARTIAL ? continued(response) : 0;
            long received = receive(response.body(), begin, length < 0 ? -1 : begin + length);
            boolean endTold = response.headers()
                    .firstValue("Transfer-Encoding")
                    .filter("chunked"::equalsIgnoreCase)
                    .isPresent();
            requireWhole(received, length < 0 ? 0 : begin + length, endTold);
            return begin == 0;
        } finally {
            response.body().cancel();
        }
    }

    private HttpResponse<BodyQueue> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<BodyQueue>> answer = client.sendAsync(request, info -> new BodyQueue());
        try {
            while (true) {
                try {
                    return answer.get(BodyQueue.LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException stillWaiting) {
                    tick("Connecting to " + address.getHost(), have, Math.max(0, wanted.leastBytes()));
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IOException(String.valueOf(e.getCause()), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static void requireGood(int status) throws TransferException {
        if (status == OK || status == PARTIAL) {
            return;
        }
        boolean passing = status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT;
        throw new TransferException("the server answered with status " + status, passing ? Cure.AGAIN : Cure.ELSEWHERE);
    }

    /** A network's login page must not take the place of a part that took hours. */
    private void requireNoPage(HttpResponse<BodyQueue> response, long length) throws TransferException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (wanted.leastBytes() > 0 && length < 0 && type.startsWith("text/html")) {
            throw new TransferException("the server sent a page of words instead of the file", Cure.ELSEWHERE);
        }
    }

    private long continued(HttpResponse<BodyQueue> response) throws IOException {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + have + "-")) {
            Files.deleteIfExists(part);
            throw new TransferException("the server sent another part than the one asked for", Cure.AGAIN);
        }
        return have;
    }

    /** An answer in chunks tells its end: if it is too short, it is another file and no broken connection. */
    private void requireWhole(long received, long promised, boolean endTold) throws IOException {
        if (endTold && received < wanted.leastBytes()) {
            Files.deleteIfExists(part);
            throw anotherFile(received);
        }
        long whole = Math.max(promised, wanted.leastBytes());
        if (received < whole) {
            throw new TransferException("it ended after " + received + " of " + whole + " bytes", Cure.AGAIN);
        }
    }

    private TransferException anotherFile(long bytes) {
        return new TransferException(
                "it is another file (" + bytes + " bytes instead of " + wanted.leastBytes() + ")", Cure.ELSEWHERE);
    }

    private long receive(BodyQueue body, long begin, long total) throws IOException, InterruptedException {
        requireExpected(total);
        Path folder = part.toAbsolutePath().getParent();
        if (folder != null) {
            space.require(folder, "the rest of " + wanted.name(), total - begin);
        }
        long shown = Math.max(total, wanted.leastBytes());
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(begin);
            file.position(begin);
            Runnable waiting = () -> tick("Waiting for " + address.getHost(), position(file), shown);
            for (Optional<List<ByteBuffer>> data = body.next(patience, waiting);
                    data.isPresent();
                    data = body.next(patience, waiting)) {
                append(file, data.get());
                if (file.position() > wanted.mostBytes()) {
                    file.truncate(0);
                    throw new TransferException("it is larger than it should be", Cure.ELSEWHERE);
                }
                tick("Downloading", file.position(), Math.max(0, shown));
            }
            file.force(true);
            return file.position();
        }
    }

    /** A full disk is not the network's fault, and no other address helps. */
    private void append(FileChannel file, List<ByteBuffer> data) {
        try {
            for (ByteBuffer buffer : data) {
                while (buffer.hasRemaining()) {
                    file.write(buffer);
                }
            }
        } catch (IOException e) {
            throw FileProblems.cannotWrite(part, e);
        }
    }

    /** A page of words instead of the file is known by its length. */
    private void requireExpected(long total) throws TransferException {
        if (total > wanted.mostBytes()) {
            throw new TransferException("it is larger (" + total + " bytes) than it should be", Cure.ELSEWHERE);
        }
        if (total >= 0 && total < wanted.leastBytes()) {
            throw anotherFile(total);
        }
    }

    private long position(FileChannel file) {
        try {
            return file.position();
        } catch (IOException e) {
            return have;
        }
    }

    private void tick(String what, long done, long total) {
        if (!listener.progress(what, done, Math.max(0, total))) {
            throw new CancellationException("The download was cancelled.");
        }
    }
}
