package io.slimgan.metrics.features;

import io.slimgan.base.UserFolders;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.download.Checksum;
import io.slimgan.data.download.Download;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Fetches pytorch-fid's published weight file when the user asks for it, and remembers it. */
public final class WeightDownload {

    /** What the file is called wherever it is kept. */
    public static final String FILE = "pt_inception-2015-12-05-6726825d.pth";

    private static final URI PUBLISHED =
            URI.create("https://github.com/mseitzer/pytorch-fid/releases/download/fid_weights/" + FILE);
    private static final Checksum CHECKSUM = new Checksum("SHA-256", "6726825d"); // PyTorch's custom for file names
    private static final long MOST_BYTES = 200_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Download download;
    private final Download.Wanted wanted;
    private final Path target;
    private final WeightLocation location;

    /** The published file, into the user's folder. */
    public WeightDownload(UserFolders folders, WeightLocation location) {
        this(
                new Download(PATIENCE),
                new Download.Wanted(List.of(PUBLISHED), CHECKSUM, MOST_BYTES),
                folders.cache().resolve("weights").resolve(FILE),
                location);
    }

    WeightDownload(Download download, Download.Wanted wanted, Path target, WeightLocation location) {
        this.download = download;
        this.wanted = wanted;
        this.target = target;
        this.location = location;
    }

    /** Where it comes from, to be shown before the user agrees. */
    public List<URI> addresses() {
        return wanted.addresses();
    }

    /**
     * Fetches it; blocks.
     *
     * @return the file, which is remembered from now on
     * @throws java.util.concurrent.CancellationException if the listener ended it
     * @throws io.slimgan.base.UserError if it cannot be had
     */
    public Path fetch(ProgressListener listener) {
        download.fetch(wanted, target, listener);
        location.remember(target);
        return target;
    }
}
