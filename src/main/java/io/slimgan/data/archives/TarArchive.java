package io.slimgan.data.archives;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A tar archive, compressed with gzip or not, as its first bytes say. */
public final class TarArchive {

    private static final int BUFFER = 1 << 18;

    private final Path archive;
    private final Path target;
    private final LongPredicate goOn;

    private TarArchive(Path archive, Path target, LongPredicate goOn) {
        this.archive = archive;
        this.target = target;
        this.goOn = goOn;
    }

    /**
     * Unpacks everything into an empty folder. What a failure leaves there is the caller's to delete. For any thread.
     *
     * @param goOn hears now and then how many bytes of the archive are read, and says whether to go on
     * @throws UserError if the archive is damaged, cut off, no tar archive, or would write outside the folder
     * @throws CancellationException if {@code goOn} said so
     * @throws IOException if the folder cannot be written
     */
    public static void unpack(Path archive, Path target, LongPredicate goOn) throws IOException {
        new TarArchive(archive, target.toAbsolutePath().normalize(), goOn).unpackAll();
    }

    private void unpackAll() throws IOException {
        int files = 0;
        try (InputStream file = new BufferedInputStream(new Watched(open()), BUFFER);
                InputStream plain = plain(file);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files += unpack(entry, tar) ? 1 : 0;
            }
            // The end of the tar is not the end of the file: only there stands gzip's checksum.
            plain.transferTo(OutputStream.nullOutputStream());
        } catch (Unwritable e) {
            throw e.reason;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
        if (files == 0) {
            throw new UserError(archive + " holds no file, or is no tar archive; download it again.");
        }
    }

    private InputStream open() {
        try {
            return Files.newInputStream(archive);
        } catch (IOException e) {
            throw FileProblems.cannotRead(archive, e);
        }
    }

    private static InputStream plain(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }

    private boolean unpack(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        Path file = place(entry.getName());
        // Links and devices: no dataset has any, and they could lead elsewhere.
        if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink()) {
            return false;
        }
        try (OutputStream out = create(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int got = tar.read(buffer); got >= 0; got = tar.read(buffer)) {
                write(out, buffer, got);
            }
        }
        return true;
    }

    private Path place(String name) {
        try {
            Path file = target.resolve(name).normalize();
            if (file.startsWith(target) && !name.startsWith("/")) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw damaged(e);
        }
        throw new UserError(
                archive + " has an entry '" + name + "' that would be written outside its folder, so nothing of"
                        + " it is unpacked; this is not the official archive: download it again.");
    }

    private static OutputStream create(Path file) throws Unwritable {
        try {
            Files.createDirectories(file.resolveSibling(""));
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) throws Unwritable {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new Unwritable(e);
        }
    }

    private UserError damaged(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new UserError(
                archive + " is damaged or cut off and cannot be unpacked (" + message + "); download it again.", e);
    }

    /** The disk's fault and not the archive's. */
    private static final class Unwritable extends IOException {

        private static final long serialVersionUID = 1L;

        private final IOException reason;

        Unwritable(IOException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** Counts what is read, and asks whether to go on. */
    private final class Watched extends FilterInputStream {

        private long done;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            if (!goOn.test(done)) {
                throw new CancellationException("Unpacking " + archive + " was cancelled.");
            }
            int got = super.read(buffer, from, length);
            done += Math.max(0, got);
            return got;
        }
    }
}
