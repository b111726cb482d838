package io.slimgan.data.official;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs folders as the publishers of datasets do. */
public final class SyntheticTar {

    private SyntheticTar() {}

    /** A .tar.gz of the folder and its files, their names beginning with the folder's, in this order where it is given. */
    public static Path gz(Path archive, Path folder, String... order) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
            List<Path> files = order.length > 0
                    ? List.of(order).stream().map(folder::resolve).toList()
                    : sorted(folder);
            for (Path each : files) {
                entry(tar, folder.getFileName() + "/" + each.getFileName(), Files.readAllBytes(each));
            }
        }
        return archive;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** A .tar.gz with one entry of any name. */
    public static Path ofOne(Path archive, String name, byte[] bytes) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(file))) {
            entry(tar, name, bytes);
        }
        return archive;
    }

    private static void entry(TarArchiveOutputStream tar, String name, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
