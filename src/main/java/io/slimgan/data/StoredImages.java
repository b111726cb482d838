package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.data.pixels.Levels;
import io.slimgan.data.pixels.PixelStore;
import java.util.List;

/** Images that were read from files, held by a store. */
final class StoredImages implements ImageSet {

    private final String name;
    private final int imageSize;
    private final PixelStore pixels;
    private final int[] labels;
    private final List<String> classNames;
    private final List<String> notes;

    /**
     * @param labels one per image, or none at all
     */
    StoredImages(
            String name, int imageSize, PixelStore pixels, int[] labels, List<String> classNames, List<String> notes) {
        if (labels.length != 0 && labels.length != pixels.count()) {
            throw new IllegalArgumentException(labels.length + " labels for " + pixels.count() + " images.");
        }
        this.name = name;
        this.imageSize = imageSize;
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
        Levels.toPlanes(pixels.image(index), nchw, at);
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
        return Picked.of(pixels::image, imageSize, indices);
    }

    @Override
    public void close() {
        pixels.close();
    }
}
