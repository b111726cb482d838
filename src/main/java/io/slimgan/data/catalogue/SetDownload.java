package io.slimgan.data.catalogue;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.download.DiskSpace;
import io.slimgan.data.download.Download;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Fetches a published set's files into a folder, one after the other. Any thread; blocks. */
public final class SetDownload {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Download download;
    private final DiskSpace space;

    public SetDownload() {
        this(new Download(PATIENCE), DiskSpace.real());
    }

    SetDownload(Download download, DiskSpace space) {
        this.download = download;
        this.space = space;
    }

    /** Where a set goes if nobody says otherwise: a folder of its own in the user's data folder. */
    public static Path customaryFolder(UserFolders folders, PublishedSet set) {
        return folders.data().resolve("datasets").resolve(set.name());
    }

    /**
     * Fetches what is missing; files that are there are checked and kept, be they of this program or of the user.
     *
     * @param mirror another address to fetch from, instead of the official ones: of the folder that holds the files, or
     *     of the only file
     * @param listener hears bytes of the whole set; may end it, and what has come stays for the next time
     * @throws java.util.concurrent.CancellationException if the listener ended it
     * @throws UserError if a file cannot be had, the disk has too little room, the set takes a login, or another file of
     *     that name lies there
     */
    public void fetch(PublishedSet set, Path folder, Optional<URI> mirror, ProgressListener listener) {
        mirror.ifPresent(SetDownload::requireHttp);
        long done = 0;
        boolean roomChecked = false;
        for (PublishedFile file : set.files()) {
            Path target = folder.resolve(file.name());
            ProgressListener ofSet = ofSet(set, file, done, listener);
            if (Files.exists(target)) {
                requireSame(file, target, ofSet);
            } else {
                List<URI> addresses =
                        mirror.map(uri -> List.of(at(uri, set, file))).orElse(file.addresses());
                if (addresses.isEmpty()) {
                    throw new UserError(byHand(set, folder));
                }
                if (!roomChecked) {
                    requireRoom(set, folder);
                    roomChecked = true;
                }
                download.fetch(
                        new Download.Wanted(file.name(), addresses, file.checksum(), file.bytes(), file.bytes()),
                        target,
                        ofSet);
            }
            done += file.bytes();
        }
    }

    /** What to do for a set that takes a login. */
    public static String byHand(PublishedSet set, Path folder) {
        return set.title() + " cannot be fetched without you: " + set.byHand().replace("FOLDER", folder.toString());
    }

    private static void requireHttp(URI address) {
        boolean http = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!http || address.getHost() == null) {
            throw new UserError("The address " + address + " is none of the web; it must begin with https:// or http://"
                    + " and name a host.");
        }
    }

    /** A folder's address ends with a slash, unless several files make clear that it is one. */
    static URI at(URI mirror, PublishedSet set, PublishedFile file) {
        String path = String.valueOf(mirror.getPath());
        if (path.endsWith("/" + file.name())) {
            return mirror;
        }
        if (path.endsWith("/")) {
            return mirror.resolve(file.name());
        }
        return set.files().size() == 1 ? mirror : URI.create(mirror + "/").resolve(file.name());
    }

    private static ProgressListener ofSet(
            PublishedSet set, PublishedFile file, long before, ProgressListener listener) {
        int number = set.files().indexOf(file) + 1;
        String which = " " + file.name()
                + (set.files().size() == 1
                        ? ""
                        : " (" + number + " of " + set.files().size() + ")");
        return (what, done, total) -> listener.progress(what + which, before + done, set.bytes());
    }

    private static void requireSame(PublishedFile file, Path target, ProgressListener listener) {
        if (!Files.isRegularFile(target) || !file.checksum().fits(target, listener)) {
            throw new UserError(target + " exists already, but it is not the published file (its MD5 is not "
                    + file.md5() + "): move it away to fetch it anew, or choose another folder.");
        }
    }

    private void requireRoom(PublishedSet set, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileProblems.cannotMake(folder, e);
        }
        try {
            long missing = 0;
            for (PublishedFile file : set.files()) {
                Path target = folder.resolve(file.name());
                Path part = folder.resolve(file.name() + ".part");
                long here = Files.exists(target) ? file.bytes() : Files.exists(part) ? Files.size(part) : 0;
                missing += Math.max(0, file.bytes() - here);
            }
            space.require(folder, set.title(), missing);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(folder, e);
        }
    }
}
