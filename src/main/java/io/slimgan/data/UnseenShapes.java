package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.data.pixels.Levels;
import io.slimgan.data.shapes.ShapePainter;
import java.util.List;
import java.util.Objects;

/**
 * The built-in images that follow those for training: of the same kind, and never trained on. As many as CIFAR-10 keeps
 * back; drawn whenever they are asked for, for they are looked at once.
 */
record UnseenShapes(int imageSize) implements ImageSet {

    private static final int COUNT = 10_000;

    @Override
    public String name() {
        return "Built-in shapes";
    }

    @Override
    public int size() {
        return COUNT;
    }

    private byte[] image(int index) {
        return ShapePainter.draw(ShapePainter.COUNT + Objects.checkIndex(index, COUNT), imageSize);
    }

    @Override
    public void copyTo(int index, float[] nchw, int at) {
        Levels.toPlanes(image(index), nchw, at);
    }

    @Override
    public int label(int index) {
        return (ShapePainter.COUNT + Objects.checkIndex(index, COUNT))
                % classNames().size();
    }

    @Override
    public List<String> classNames() {
        return ShapePainter.classNames();
    }

    @Override
    public List<String> notes() {
        return List.of();
    }

    @Override
    public RgbImages pick(int... indices) {
        int bytes = imageSize * imageSize * 3;
        byte[] picked = new byte[indices.length * bytes];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(image(indices[i]), 0, picked, i * bytes, bytes);
        }
        return new RgbImages(indices.length, imageSize, imageSize, picked);
    }

    /** There is nothing to free. */
    @Override
    public void close() {}
}
