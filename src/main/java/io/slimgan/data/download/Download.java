package io.slimgan.data.download;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.UnavailableError;
import io.slimgan.base.UserError;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.download.TransferException.Cure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Connections in a row that bring nothing before an address is given up. */
    private static final int TRIES = 3;

    private final HttpClient client;
    private final Duration patience;
    private final Duration pause;
    private final DiskSpace space;

    /**
     * @param patience how long nothing may come before a connection counts as broken
     */
    public Download(Duration patience) {
        this(patience, PAUSE, DiskSpace.real());
    }

    /** @param pause between a broken connection and the next; longer after each that brings nothing */
    Download(Duration patience, Duration pause, DiskSpace space) {
        this.patience = patience;
        this.pause = pause;
        this.space = space;
        // One file by one connection gains nothing from HTTP/2, and old servers stumble over the offer to upgrade.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
    }

    /**
     * What to fetch.
     *
     * @param name what messages call it, such as the file's name
     * @param addresses where it may be found, tried in this order
     * @param leastBytes a shorter answer is another file, such as a page of words; 0 where that is not known
     * @param mostBytes a longer answer is refused, so that a wrong address cannot fill the disk
     */
    public record Wanted(String name, List<URI> addresses, Checksum checksum, long leastBytes, long mostBytes) {
        public Wanted {
            addresses = List.copyOf(addresses);
        }

        /** A file whose size is only known to be below a limit. */
        public Wanted(List<URI> addresses, Checksum checksum, long mostBytes) {
            this("the file", addresses, checksum, 0, mostBytes);
        }
    }

    /**
     * Fetches a file; if it is there already and its checksum fits, nothing is asked of the network.
     *
     * @param listener may end it; what has come stays for the next time
     * @throws CancellationException if the listener ended it, or the thread was interrupted
     * @throws UserError if no address gave the file, the disk does not take it, or it is being downloaded already
     */
    public void fetch(Wanted wanted, Path target, ProgressListener listener) {
        if (Files.isRegularFile(target) && wanted.checksum.fits(target, listener)) {
            return;
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            try (PartLock lock = PartLock.take(part)) {
                LOG.debug("{} is held for this download", lock);
                fetchPart(wanted, part, target, listener);
                AtomicFiles.moveInto(part, target);
            }
        } catch (IOException e) {
            throw FileProblems.cannotWrite(target, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private void fetchPart(Wanted wanted, Path part, Path target, ProgressListener listener)
            throws IOException, InterruptedException {
        List<TransferException> failures = new ArrayList<>();
        for (URI address : wanted.addresses) {
            Optional<TransferException> failure = from(address, wanted, part, listener);
            if (failure.isEmpty()) {
                return;
            }
            failures.add(failure.get());
        }
        throw unavailable(wanted, target, failures);
    }

    /** Connects to one address as long as that helps; empty if the part is the whole file now. */
    private Optional<TransferException> from(URI address, Wanted wanted, Path part, ProgressListener listener)
            throws IOException, InterruptedException {
        boolean moved = false;
        for (int idle = 1; ; idle++) {
            long before = size(part);
            try {
                attempt(address, wanted, part, listener);
                return Optional.empty();
            } catch (IOException e) {
                TransferException failure = NetworkProblems.of(address, e);
                LOG.info("{} failed: {}", address, failure.reason());
                boolean brought = size(part) > before;
                moved |= brought;
                idle = brought ? 0 : idle;
                // A network that fails in the midst of a long download may come back; one that was never there will
                // not.
                boolean hopeless = failure.cure() == Cure.ONLINE && !moved;
                if (failure.cure() == Cure.ELSEWHERE || hopeless || idle >= TRIES) {
                    return Optional.of(failure);
                }
                rest(idle, size(part), wanted.leastBytes, listener);
            }
        }
    }

    private void attempt(URI address, Wanted wanted, Path part, ProgressListener listener)
            throws IOException, InterruptedException {
        boolean fresh = new Transfer(client, patience, space, wanted, address, part, listener).run();
        if (!wanted.checksum.fits(part, listener)) {
            Files.delete(part);
            // A part of an earlier try may have been of another file; what came whole from here will not change.
            throw new TransferException(
                    "its content is not what was expected (its " + wanted.checksum.algorithm() + " does not begin with "
                            + wanted.checksum.prefix() + ")",
                    fresh ? Cure.ELSEWHERE : Cure.AGAIN);
        }
    }

    private void rest(int idle, long done, long total, ProgressListener listener) throws InterruptedException {
        long end = System.nanoTime() + pause.multipliedBy(1L << idle).toNanos();
        while (System.nanoTime() < end) {
            if (!listener.progress("Connecting again", done, Math.max(0, total))) {
                throw new CancellationException("The download was cancelled.");
            }
            Thread.sleep(Math.min(BodyQueue.LOOK_MILLIS, Math.max(1, pause.toMillis())));
        }
    }

    private static long size(Path part) throws IOException {
        return Files.exists(part) ? Files.size(part) : 0;
    }

    private static UserError unavailable(Wanted wanted, Path target, List<TransferException> failures) {
        boolean offline = !failures.isEmpty() && failures.stream().allMatch(failure -> failure.cure() == Cure.ONLINE);
        List<String> reasons = new ArrayList<>();
        for (int i = 0; i < failures.size(); i++) {
            String reason = failures.get(i).reason();
            reasons.add(offline ? reason : wanted.addresses.get(i) + ": " + reason);
        }
        String why = reasons.isEmpty() ? "no address is known" : String.join("; ", reasons);
        String head = target.getFileName() + " could not be downloaded: " + why;
        String sentence = offline
                ? head + ", so this computer seems to be offline; try again when it is online (what has come is"
                        + " kept), or put the file at " + target + " by hand."
                : head + ". Try again later: what has come is kept; or fetch it by other means and put it at " + target
                        + ".";
        boolean wrongAddress = failures.stream().allMatch(failure -> failure.cure() == Cure.ELSEWHERE);
        return wrongAddress ? new UserError(sentence) : new UnavailableError(sentence);
    }
}
