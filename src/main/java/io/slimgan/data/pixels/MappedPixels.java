package io.slimgan.data.pixels;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A store in a temporary file that is mapped into memory, so that the system may page it out. */
final class MappedPixels implements PixelStore {

    private static final Logger LOG = LoggerFactory.getLogger(MappedPixels.class);

    /** A mapping holds at most 2 GiB, so a large file is mapped in parts of whole images. */
    private static final long PART_BYTES = 1L << 30;

    private final Path file;
    private final int count;
    private final int imageBytes;
    private final int imagesPerPart;
    private volatile MappedByteBuffer @Nullable [] parts;

    /** Maps the file and takes it over: it is gone when the store is closed, at the latest when the program ends. */
    MappedPixels(Path file, int count, int imageBytes) throws IOException {
        this.file = file;
        this.count = count;
        this.imageBytes = imageBytes;
        this.imagesPerPart = (int) Math.max(1, PART_BYTES / imageBytes);
        this.parts = map();
        // Where the system allows it the name goes at once: then even a killed program leaves nothing behind.
        if (!delete()) {
            file.toFile().deleteOnExit();
        }
    }

    private MappedByteBuffer[] map() throws IOException {
        MappedByteBuffer[] mapped = new MappedByteBuffer[(count + imagesPerPart - 1) / imagesPerPart];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            for (int part = 0; part < mapped.length; part++) {
                int first = part * imagesPerPart;
                long bytes = (long) Math.min(imagesPerPart, count - first) * imageBytes;
                mapped[part] = channel.map(FileChannel.MapMode.READ_ONLY, (long) first * imageBytes, bytes);
            }
        }
        return mapped;
    }

    private boolean delete() {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            LOG.debug("{} is still in use and goes later", file, e);
            return false;
        }
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] image(int index) {
        MappedByteBuffer[] open = parts;
        if (open == null) {
            throw new IllegalStateException("This image store is closed.");
        }
        Objects.checkIndex(index, count);
        byte[] pixels = new byte[imageBytes];
        open[index / imagesPerPart].get(index % imagesPerPart * imageBytes, pixels);
        return pixels;
    }

    /** Lets the mappings go; the system frees them when no reader holds one any more. */
    @Override
    public void close() {
        parts = null;
        delete();
    }
}
