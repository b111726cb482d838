package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.data.pixels.Levels;
import io.slimgan.data.pixels.PixelStore;
import java.util.List;

/** Images that were read from files, held by a store. */
final class StoredImages implements ImageSet {

    private final String name;
    private final int imageSize;
    private final int stored;
    private final int channels;
    private final PixelStore pixels;
    private final int[] labels;
    private final List<String> classNames;
    private final List<String> notes;

    /**
     * @param labels one per image, or none at all
     */
    StoredImages(
            String name, int imageSize, PixelStore pixels, int[] labels, List<String> classNames, List<String> notes) {
        this(name, imageSize, 3, 3, pixels, labels, classNames, notes);
    }

    /**
     * @param stored bytes of a pixel in the store: 3, or 1 of grey images
     * @param channels of the training images: 3, or 1 where 1 is stored
     * @param labels one per image, or none at all
     */
    StoredImages(
            String name,
            int imageSize,
            int stored,
            int channels,
            PixelStore pixels,
            int[] labels,
            List<String> classNames,
            List<String> notes) {
        if (labels.length != 0 && labels.length != pixels.count()) {
            throw new IllegalArgumentException(labels.length + " labels for " + pixels.count() + " images.");
        }
        this.name = name;
        this.imageSize = imageSize;
        this.stored = stored;
        this.channels = channels;
        this.pixels = pixels;
        this.labels = labels.clone();
        this.classNames = List.copyOf(classNames);
        this.notes = List.copyOf(notes);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return pixels.count();
    }

    @Override
    public int imageSize() {
        return imageSize;
    }

    @Override
    public void copyTo(int index, float[] nchw, int at) {
        if (stored == 1) {
            Levels.greyToPlanes(pixels.image(index), channels, nchw, at);
        } else {
            Levels.toPlanes(pixels.image(index), nchw, at);
        }
    }

    @Override
    public int channels() {
        return channels;
    }

    private byte[] rgb(int index) {
        return stored == 1 ? Picked.grey(pixels.image(index)) : pixels.image(index);
    }

    @Override
    public int label(int index) {
        return labels.length == 0 ? -1 : labels[index];
    }

    @Override
    public List<String> classNames() {
        return classNames;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public RgbImages pick(int... indices) {
        return Picked.of(this::rgb, imageSize, indices);
    }

    @Override
    public void close() {
        pixels.close();
    }
}
