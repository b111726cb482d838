package io.slimgan.data.pixels;

import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes images one after another and makes a {@link PixelStore} of them: in memory up to a limit, beyond it in a
 * temporary file that is mapped. Used by one thread; closing without {@link #finish} throws everything away.
 */
public final class PixelWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PixelWriter.class);

    /** Up to here images stay in Java memory: all of CIFAR-10 does. */
    public static final long HEAP_BYTES = 256L << 20;

    private final int imageBytes;
    private final long heapBytes;
    private final Path folder;
    private final List<byte[]> images = new ArrayList<>();
    private int count;
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    /**
     * @param imageSize height and width of the images in pixels
     * @param heapBytes how many bytes may stay in Java memory
     * @param folder where the temporary file goes
     */
    public PixelWriter(int imageSize, long heapBytes, Path folder) {
        this(imageSize, 3, heapBytes, folder);
    }

    /**
     * One for images of 1 or 3 bytes per pixel.
     *
     * @param channels bytes of a pixel
     */
    public PixelWriter(int imageSize, int channels, long heapBytes, Path folder) {
        this.imageBytes = imageSize * imageSize * channels;
        this.heapBytes = heapBytes;
        this.folder = folder;
    }

    /** One with the usual limit, its file in the system's folder for temporary files. */
    public static PixelWriter create(int imageSize) {
        return create(imageSize, 3);
    }

    /** {@link #create(int)} for images of 1 or 3 bytes per pixel. */
    public static PixelWriter create(int imageSize, int channels) {
        return new PixelWriter(imageSize, channels, HEAP_BYTES, Path.of(System.getProperty("java.io.tmpdir", ".")));
    }

    /** The number of images so far. */
    public int count() {
        return count;
    }

    /**
     * Takes one image's H * W * channels bytes; the array is given away.
     *
     * @throws UserError if the temporary file cannot be written, such as on a full disk
     */
    public void add(byte[] pixels) {
        if (pixels.length != imageBytes) {
            throw new IllegalArgumentException("An image has " + imageBytes + " bytes, not " + pixels.length + ".");
        }
        if (channel == null && (count + 1L) * imageBytes <= heapBytes) {
            images.add(pixels);
        } else {
            addToFile(pixels);
        }
        count++;
    }

    private void addToFile(byte[] pixels) {
        try {
            write(openFile(), pixels);
        } catch (IOException e) {
            throw noFile(e);
        }
    }

    private UserError noFile(IOException failure) {
        return new UserError(
                "The images are too many for the memory and could not be kept in a temporary file in " + folder + " ("
                        + failure.getMessage() + "); make room there or set another folder with -Djava.io.tmpdir=….",
                failure);
    }

    private FileChannel openFile() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Path made = Files.createTempFile(folder, "slimgan-pixels-", ".bin");
            file = made;
            // Written and mapped only later: a full disk is an exception here, in a mapping it would end the program.
            open = FileChannel.open(made, StandardOpenOption.WRITE);
            channel = open;
            for (byte[] image : images) {
                write(open, image);
            }
            images.clear();
        }
        return open;
    }

    private static void write(FileChannel channel, byte[] pixels) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(pixels);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /**
     * The store of all images taken. Nothing can be added afterwards.
     *
     * @throws UserError if the temporary file cannot be read back
     */
    public PixelStore finish() {
        FileChannel open = channel;
        Path made = file;
        if (open == null || made == null) {
            return new HeapPixels(images);
        }
        try {
            open.close();
            PixelStore store = new MappedPixels(made, count, imageBytes);
            file = null;
            return store;
        } catch (IOException e) {
            throw noFile(e);
        }
    }

    @Override
    public void close() {
        images.clear();
        try {
            if (channel != null) {
                channel.close();
            }
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("The temporary file {} could not be deleted", file, e);
        }
    }
}
