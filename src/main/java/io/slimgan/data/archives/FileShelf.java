package io.slimgan.data.archives;

import java.io.IOException;

/** The image files of a folder or of a zip archive, sorted by name, read when asked for. For any thread. */
public interface FileShelf extends AutoCloseable {

    /** The number of files. */
    int count();

    /** A file's name without its folder. */
    String name(int index);

    /**
     * A file's bytes.
     *
     * @throws IOException if it is damaged or cannot be read
     */
    byte[] bytes(int index) throws IOException;

    /** May be called more than once. */
    @Override
    void close();
}
