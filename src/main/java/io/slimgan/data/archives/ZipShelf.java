package io.slimgan.data.archives;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.data.files.ImageListing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The image files of a zip archive, read in place: a zip has a table of its files, so that any of them is found at once
 * and none need be unpacked. Folders in it do not matter, so nothing of it can lead outside.
 */
public final class ZipShelf implements FileShelf {

    /** Far above any image: a larger entry is a bomb. */
    private static final int LARGEST = 64 << 20;

    private final Path archive;
    private final ZipFile zip;
    private final List<ZipEntry> entries;

    private ZipShelf(Path archive, ZipFile zip) {
        this.archive = archive;
        this.zip = zip;
        this.entries = zip.stream()
                .filter(entry -> !entry.isDirectory() && ImageListing.isImage(baseName(entry)))
                .map(ZipEntry.class::cast)
                .sorted(Comparator.comparing(ZipShelf::baseName))
                .toList();
    }

    /**
     * Opens an archive and reads its table.
     *
     * @throws UserError if it is damaged, cut off, no zip archive or cannot be read
     */
    public static ZipShelf of(Path archive) {
        try {
            return new ZipShelf(archive, new ZipFile(archive.toFile()));
        } catch (ZipException e) {
            throw new UserError(
                    archive + " is damaged, cut off or no zip archive (" + e.getMessage() + "); download it again.", e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(archive, e);
        }
    }

    private static String baseName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    @Override
    public int count() {
        return entries.size();
    }

    @Override
    public String name(int index) {
        return baseName(entries.get(index));
    }

    @Override
    public byte[] bytes(int index) throws IOException {
        ZipEntry entry = entries.get(index);
        if (entry.getSize() > LARGEST) {
            throw new IOException("it is larger than " + (LARGEST >> 20) + " MiB");
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LARGEST);
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException("its checksum is not the one in the archive");
        }
        return bytes;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw FileProblems.cannotRead(archive, e);
        }
    }
}
