package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.data.pixels.Levels;
import io.slimgan.data.shapes.ShapePainter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The built-in images. Each is drawn when it is first asked for, so the set opens at once, and kept as long as all of
 * them fit into memory; larger ones are drawn anew each time, which is quick beside a training step at their size.
 */
final class DrawnImages implements ImageSet {

    private static final int STEP = 16;
    private static final int LARGEST = 128;
    private static final long KEPT_BYTES = 256L << 20;

    private final int imageSize;
    private final @Nullable AtomicReferenceArray<byte @Nullable []> drawn;
    private volatile boolean closed;

    private DrawnImages(int imageSize) {
        this.imageSize = imageSize;
        boolean fits = (long) ShapePainter.COUNT * imageSize * imageSize * 3 <= KEPT_BYTES;
        this.drawn = fits ? new AtomicReferenceArray<>(ShapePainter.COUNT) : null;
    }

    /**
     * @param imageSize a multiple of 16 from 16 to 128
     * @throws UserError for another size
     */
    static ImageSet open(int imageSize) {
        if (imageSize < STEP || imageSize > LARGEST || imageSize % STEP != 0) {
            throw new UserError("data.image_size is " + imageSize
                    + "; the built-in images come in multiples of 16 from 16 to 128, such as 32.");
        }
        return new DrawnImages(imageSize);
    }

    @Override
    public String name() {
        return "Built-in shapes";
    }

    @Override
    public int size() {
        return ShapePainter.COUNT;
    }

    @Override
    public int imageSize() {
        return imageSize;
    }

    @Override
    public void copyTo(int index, float[] nchw, int at) {
        Levels.toPlanes(image(index), nchw, at);
    }

    private byte[] image(int index) {
        if (closed) {
            throw new IllegalStateException("This image set is closed.");
        }
        Objects.checkIndex(index, ShapePainter.COUNT);
        if (drawn == null) {
            return ShapePainter.draw(index, imageSize);
        }
        byte[] known = drawn.get(index);
        if (known == null) {
            // Two threads may draw the same image; they get the same bytes.
            known = ShapePainter.draw(index, imageSize);
            drawn.set(index, known);
        }
        return known;
    }

    @Override
    public int label(int index) {
        return index % classNames().size();
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

    /** Ends reading; the images go with the set itself. */
    @Override
    public void close() {
        closed = true;
    }
}
