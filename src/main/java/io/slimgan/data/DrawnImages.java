package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.data.pixels.Levels;
import io.slimgan.data.shapes.ShapePainter;
import java.util.List;
import java.util.Objects;

/**
 * The built-in images of a range: those for training, or those that follow, which are of the same kind and never
 * trained on. Each is drawn whenever it is asked for: the set opens at once and takes no memory, and a batch
 * of 64 images of 32 x 32 pixels costs about 6 ms of one core, beside a training step of a few hundred. (Keeping what
 * was drawn made a run's memory grow by 150 MB over its first epoch.)
 */
final class DrawnImages implements ImageSet {

    private static final int STEP = 16;
    private static final int LARGEST = 128;

    /** As many as CIFAR-10 keeps back. */
    private static final int HELD_OUT = 10_000;

    private final int imageSize;
    private final int first;
    private final int count;
    private volatile boolean closed;

    private DrawnImages(int imageSize, int first, int count) {
        this.imageSize = imageSize;
        this.first = first;
        this.count = count;
    }

    /**
     * The images for training.
     *
     * @param imageSize a multiple of 16 from 16 to 128
     * @throws UserError for another size
     */
    static ImageSet open(int imageSize) {
        return of(imageSize, 0, ShapePainter.COUNT);
    }

    /**
     * The images that follow those for training.
     *
     * @param imageSize like that of {@link #open}
     * @throws UserError for another size
     */
    static ImageSet heldOut(int imageSize) {
        return of(imageSize, ShapePainter.COUNT, HELD_OUT);
    }

    private static ImageSet of(int imageSize, int first, int count) {
        if (imageSize < STEP || imageSize > LARGEST || imageSize % STEP != 0) {
            throw new UserError("data.image_size is " + imageSize
                    + "; the built-in images come in multiples of 16 from 16 to 128, such as 32.");
        }
        return new DrawnImages(imageSize, first, count);
    }

    @Override
    public String name() {
        return "Built-in shapes";
    }

    @Override
    public int size() {
        return count;
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
        return ShapePainter.draw(number(index), imageSize);
    }

    /** Which of all built-in images stands at a place of this range. */
    private int number(int index) {
        return first + Objects.checkIndex(index, count);
    }

    @Override
    public int label(int index) {
        return number(index) % classNames().size();
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
        return Picked.of(this::image, imageSize, indices);
    }

    /** Ends reading; the images go with the set itself. */
    @Override
    public void close() {
        closed = true;
    }
}
