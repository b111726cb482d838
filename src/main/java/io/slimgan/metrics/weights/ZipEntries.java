package io.slimgan.metrics.weights;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The entries of a zip file, whose claimed sizes are believed only where the file's own size allows them. */
final class ZipEntries implements AutoCloseable {

    /** Deflate cannot make anything smaller than by 1:1032. */
    private static final long MOST_EXPANSION = 1040;

    private static final int CHUNK = 1 << 16;
    private static final int MOST_ENTRIES = 100_000;

    private final Path file;
    private final ZipFile zip;

    private ZipEntries(Path file, ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static ZipEntries open(Path file) {
        try {
            ZipEntries entries = new ZipEntries(file, new ZipFile(file.toFile(), StandardCharsets.UTF_8));
            if (entries.zip.size() > MOST_ENTRIES) {
                entries.close();
                throw broken(file, "it has " + entries.zip.size() + " entries");
            }
            return entries;
        } catch (ZipException e) {
            throw new UserError(
                    broken(file, "as a zip file it is incomplete or damaged").sentence(), e);
        } catch (IllegalArgumentException e) {
            throw new UserError(broken(file, "a name in it is no UTF-8").sentence(), e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    static UserError broken(Path file, String what) {
        return new UserError("The file " + file + " is no sound weight file: " + what + ". Use another copy of it.");
    }

    /** The names in the order of the file. */
    List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    /** How many bytes an entry has when unpacked. */
    long size(String name) {
        ZipEntry entry = entry(name);
        long size = entry.getSize();
        if (size < 0 || size > Math.max(0, entry.getCompressedSize()) * MOST_EXPANSION + MOST_EXPANSION) {
            throw broken(file, "its entry " + name + " claims an impossible size");
        }
        return size;
    }

    /**
     * An entry's bytes, of which it is known that they are those that were written.
     *
     * @throws UserError if they do not fit the entry's checksum
     */
    InputStream open(String name) throws IOException {
        requireSound(name);
        return new BufferedInputStream(zip.getInputStream(entry(name)), CHUNK);
    }

    /** Read once more before anything is made of it: Java's ZipFile checks no checksum, and damage shows in no shape. */
    private void requireSound(String name) throws IOException {
        ZipEntry entry = entry(name);
        long size = size(name);
        CRC32 checksum = new CRC32();
        byte[] chunk = new byte[CHUNK];
        long read = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(chunk); n >= 0 && read <= size; n = in.read(chunk)) {
                checksum.update(chunk, 0, n);
                read += n;
            }
        } catch (ZipException | EOFException e) {
            throw new UserError(damaged(name).sentence(), e);
        }
        if (read != size || checksum.getValue() != entry.getCrc()) {
            throw damaged(name);
        }
    }

    private UserError damaged(String name) {
        return new UserError("The file " + file + " is damaged: its entry " + name
                + " does not fit its CRC-32 checksum. Use another copy of it.");
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(file, "its entry " + name + " is missing");
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
