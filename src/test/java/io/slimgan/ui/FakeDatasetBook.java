package io.slimgan.ui;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.session.DatasetBook;
import io.slimgan.session.DatasetFindings;
import io.slimgan.session.DatasetJob;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of flat images, two classes in turn, whose level is their place; images 3 and 5 are the same, image 7 is broken. A
 * test ends the check. For any thread.
 */
public final class FakeDatasetBook implements DatasetBook {

    private static final int BROKEN = 7;

    private final int size;
    private final int imageSize;
    private final boolean onDemand;
    private final Set<Integer> decoded = ConcurrentHashMap.newKeySet();
    private final FakeDatasetJob<DatasetFindings> check = new FakeDatasetJob<>("Checking images", 40, 100);
    private volatile int checks;
    private volatile boolean closed;

    public FakeDatasetBook(int size, int imageSize, boolean onDemand) {
        this.size = size;
        this.imageSize = imageSize;
        this.onDemand = onDemand;
    }

    /** Which images were asked for. */
    public Set<Integer> decoded() {
        return Set.copyOf(decoded);
    }

    /** The check that was begun last. */
    public FakeDatasetJob<DatasetFindings> checking() {
        return check;
    }

    /** How often a check was begun. */
    public int checks() {
        return checks;
    }

    public boolean isClosed() {
        return closed;
    }

    /** What a check of this set finds. */
    public DatasetFindings findings() {
        return new DatasetFindings(
                size - 1,
                List.of(
                        new DatasetFindings.Channel("Red", 125.307, 62.993),
                        new DatasetFindings.Channel("Green", 122.95, 62.089),
                        new DatasetFindings.Channel("Blue", 113.865, 66.705)),
                List.of(List.of(3, 5)),
                List.of(new DatasetFindings.BrokenFile(BROKEN, "it is empty")));
    }

    @Override
    public String name() {
        return "Flat images";
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int imageSize() {
        return imageSize;
    }

    @Override
    public List<String> classNames() {
        return List.of("even", "odd");
    }

    @Override
    public int label(int index) {
        return index % 2;
    }

    @Override
    public List<String> notes() {
        return List.of("These images are made up.");
    }

    @Override
    public String nameOf(int index) {
        return "flat/" + index + ".png";
    }

    @Override
    public boolean isOnDemand() {
        return onDemand;
    }

    @Override
    public CompletableFuture<RgbImages> image(int index) {
        decoded.add(index);
        if (index == BROKEN) {
            return CompletableFuture.failedFuture(new UserError(nameOf(index) + ": it is empty."));
        }
        byte[] pixels = new byte[imageSize * imageSize * 3];
        java.util.Arrays.fill(pixels, (byte) index);
        return CompletableFuture.completedFuture(new RgbImages(1, imageSize, imageSize, pixels));
    }

    @Override
    public DatasetJob<DatasetFindings> check() {
        checks++;
        return check;
    }

    @Override
    public void close() {
        closed = true;
    }
}
