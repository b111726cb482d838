package io.slimgan.data.pixels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A store in Java memory. */
final class HeapPixels implements PixelStore {

    private final int count;
    private volatile @Nullable List<byte[]> images;

    HeapPixels(List<byte[]> images) {
        this.images = List.copyOf(images);
        this.count = images.size();
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public byte[] image(int index) {
        List<byte[]> open = images;
        if (open == null) {
            throw new IllegalStateException("This image store is closed.");
        }
        return open.get(index);
    }

    @Override
    public void close() {
        images = null;
    }
}
