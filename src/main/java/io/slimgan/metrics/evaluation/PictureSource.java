package io.slimgan.metrics.evaluation;

import io.slimgan.base.RgbImages;
import io.slimgan.data.Datasets.HeldOut;
import io.slimgan.data.Pictures;

/** Images that are there already. For the measuring thread; whoever opens one closes it. */
public interface PictureSource extends AutoCloseable {

    /** What the user calls it. */
    String name();

    /** Which part of it, such as {@code test}; {@code all} of a folder. */
    String split();

    /** The number of images, at least 1. */
    int size();

    /** Height and width of all images in pixels; 0 where each has its own. */
    int imageSize();

    /**
     * One image, copied.
     *
     * @param index 0 to size - 1
     * @return (1, H, W, 3) bytes
     * @throws io.slimgan.base.UserError if its file cannot be read
     */
    RgbImages picture(int index);

    @Override
    void close();

    /** A dataset, which is closed with the source. */
    static PictureSource of(HeldOut held) {
        return new PictureSource() {
            @Override
            public String name() {
                return held.images().name();
            }

            @Override
            public String split() {
                return held.split();
            }

            @Override
            public int size() {
                return held.images().size();
            }

            @Override
            public int imageSize() {
                return held.images().imageSize();
            }

            @Override
            public RgbImages picture(int index) {
                return held.images().pick(index);
            }

            @Override
            public void close() {
                held.images().close();
            }
        };
    }

    /** Files at their own sizes. */
    static PictureSource of(Pictures files) {
        return new PictureSource() {
            @Override
            public String name() {
                return files.name();
            }

            @Override
            public String split() {
                return "all";
            }

            @Override
            public int size() {
                return files.size();
            }

            @Override
            public int imageSize() {
                return 0;
            }

            @Override
            public RgbImages picture(int index) {
                return files.picture(index);
            }

            @Override
            public void close() {}
        };
    }
}
