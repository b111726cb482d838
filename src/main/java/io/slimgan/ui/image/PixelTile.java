package io.slimgan.ui.image;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** A rectangle of pixels that are written in place and drawn one to one. FX thread. */
final class PixelTile {

    /** Textures above this are scaled down by the toolkit; larger grids are put together from several tiles. */
    static final int LIMIT = 4096;

    private final int width;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final ImageView view;

    PixelTile(int width, int height) {
        this.width = width;
        pixels = new int[width * height];
        buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        view = new ImageView(new WritableImage(buffer));
        view.setSmooth(false);
        view.setMouseTransparent(true);
    }

    /** The pixels as premultiplied 0xAARRGGBB, row by row. */
    int[] pixels() {
        return pixels;
    }

    int stride() {
        return width;
    }

    ImageView view() {
        return view;
    }

    /** Shows what was written. */
    void publish() {
        buffer.updateBuffer(all -> null);
    }
}
