package io.slimgan.ui.runs;

import io.slimgan.base.RgbImages;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;

/** Images as small pictures in a row. */
final class Thumbnails {

    private Thumbnails() {}

    /** One image, each pixel a square of {@code scale}: the toolkit would blur what it enlarges. */
    static ImageView of(RgbImages images, int index, int scale) {
        int width = images.width() * scale;
        int height = images.height() * scale;
        WritableImage picture = new WritableImage(width, height);
        PixelWriter writer = picture.getPixelWriter();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                writer.setArgb(x, y, images.argb(index, y / scale, x / scale));
            }
        }
        return new ImageView(picture);
    }
}
