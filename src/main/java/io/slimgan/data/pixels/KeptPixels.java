package io.slimgan.data.pixels;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images that were made once and may be wanted again: in memory if all of them fit into a limit, else in a temporary file
 * that fills as they come; the system keeps in memory what of it fits there. Where the disk has no room for it nothing is
 * kept, and each image is made whenever it is wanted. For any thread.
 */
public final class KeptPixels implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptPixels.class);

    private final int imageBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final BitSet inFile = new BitSet();
    private volatile @Nullable AtomicReferenceArray<byte[]> inMemory;
    private @Nullable Path path;
    private @Nullable RandomAccessFile file;

    /**
     * @param count how many images there may be
     * @param imageBytes bytes of each
     * @param heapBytes how many bytes may stay in Java memory
     * @param folder where the temporary file goes
     */
    public KeptPixels(int count, int imageBytes, long heapBytes, Path folder) {
        this.imageBytes = imageBytes;
        long bytes = (long) count * imageBytes;
        if (bytes <= heapBytes) {
            inMemory = new AtomicReferenceArray<>(count);
        } else {
            open(folder, bytes);
        }
    }

    /** One with the usual limit, its file in the system's folder for temporary files. */
    public static KeptPixels create(int count, int imageBytes) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir", "."));
        return new KeptPixels(count, imageBytes, PixelWriter.HEAP_BYTES, folder);
    }

    private void open(Path folder, long bytes) {
        try {
            // Half of the room at most: others need the disk too.
            if (Files.getFileStore(folder).getUsableSpace() / 2 < bytes) {
                LOG.info(
                        "{} has no room for {} bytes of decoded images; they are decoded anew each time",
                        folder,
                        bytes);
                return;
            }
            Path made = Files.createTempFile(folder, "slimgan-kept-", ".bin");
            path = made;
            file = new RandomAccessFile(made.toFile(), "rw");
            // Where the system allows it the name goes at once: then even a killed program leaves nothing behind.
            if (!delete(made)) {
                made.toFile().deleteOnExit();
            }
        } catch (IOException e) {
            LOG.warn("Decoded images cannot be kept in {}; they are decoded anew each time", folder, e);
            file = null;
        }
    }

    private static boolean delete(Path made) {
        try {
            return Files.deleteIfExists(made);
        } catch (IOException e) {
            LOG.debug("{} is still in use and goes later", made, e);
            return false;
        }
    }

    /** Whether anything is kept. */
    public boolean keeps() {
        lock.lock();
        try {
            return inMemory != null || file != null;
        } finally {
            lock.unlock();
        }
    }

    /** The image of a place if it was kept; the bytes may be the store's own and must not be changed. */
    public Optional<byte[]> get(int index) {
        AtomicReferenceArray<byte[]> memory = inMemory;
        if (memory != null) {
            return Optional.ofNullable(memory.get(index));
        }
        lock.lock();
        try {
            RandomAccessFile open = file;
            if (open == null || !inFile.get(index)) {
                return Optional.empty();
            }
            byte[] pixels = new byte[imageBytes];
            open.seek((long) index * imageBytes);
            open.readFully(pixels);
            return Optional.of(pixels);
        } catch (IOException e) {
            giveUp(e);
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the image of a place; the array is given away. */
    public void keep(int index, byte[] pixels) {
        if (pixels.length != imageBytes) {
            throw new IllegalArgumentException("An image has " + imageBytes + " bytes, not " + pixels.length + ".");
        }
        AtomicReferenceArray<byte[]> memory = inMemory;
        if (memory != null) {
            memory.set(index, pixels);
            return;
        }
        lock.lock();
        try {
            RandomAccessFile open = file;
            if (open != null) {
                open.seek((long) index * imageBytes);
                open.write(pixels);
                inFile.set(index);
            }
        } catch (IOException e) {
            giveUp(e);
        } finally {
            lock.unlock();
        }
    }

    /** A full disk slows the run down and does not end it. */
    private void giveUp(IOException failure) {
        LOG.warn("Decoded images are kept no longer; they are decoded anew each time", failure);
        close();
    }

    /** Lets everything go. May be called more than once. */
    @Override
    public void close() {
        lock.lock();
        try {
            inMemory = null;
            RandomAccessFile open = file;
            file = null;
            inFile.clear();
            if (open != null) {
                open.close();
            }
            if (path != null) {
                delete(path);
            }
        } catch (IOException e) {
            LOG.warn("The temporary file {} could not be closed", path, e);
        } finally {
            lock.unlock();
        }
    }
}
