package io.slimgan.ui.dataset;

import io.slimgan.base.RgbImages;
import io.slimgan.session.DatasetBook;
import io.slimgan.ui.common.Fx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/** The pictures that were drawn last, and those on their way: only what is asked for is ever decoded. FX thread. */
final class ThumbnailStore {

    /** A picture, or why there is none. */
    record Thumbnail(Optional<Image> picture, String problem) {}

    private static final long MOST_BYTES = 96L << 20;
    private static final int BYTES = 4;

    private final DatasetBook book;
    private final int scale;
    private final Map<Integer, Thumbnail> kept;

    /** @param scale each pixel becomes a square of so many */
    ThumbnailStore(DatasetBook book, int scale) {
        this.book = book;
        this.scale = scale;
        long side = (long) book.imageSize() * scale;
        int most = (int) Math.max(200, MOST_BYTES / (side * side * BYTES));
        kept = new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, Thumbnail> eldest) {
                return size() > most;
            }
        };
    }

    /** Height and width of a picture. */
    int side() {
        return book.imageSize() * scale;
    }

    /** The picture if it is there. */
    Optional<Thumbnail> find(int index) {
        return Optional.ofNullable(kept.get(index));
    }

    /**
     * Asks for a picture.
     *
     * @param onDone called on the FX thread, unless the asking was cancelled
     * @return to be cancelled by who no longer wants it
     */
    CompletableFuture<RgbImages> ask(int index, Consumer<Thumbnail> onDone) {
        CompletableFuture<RgbImages> asked = book.image(index);
        Fx.whenDone(
                asked, image -> done(index, new Thumbnail(Optional.of(enlarged(image, scale)), ""), onDone), thrown -> {
                    if (!(thrown instanceof CancellationException)) {
                        done(index, new Thumbnail(Optional.empty(), String.valueOf(thrown.getMessage())), onDone);
                    }
                });
        return asked;
    }

    private void done(int index, Thumbnail thumbnail, Consumer<Thumbnail> onDone) {
        kept.put(index, thumbnail);
        onDone.accept(thumbnail);
    }

    /** Enlarged by a whole factor here, because the toolkit blurs what it enlarges. */
    static Image enlarged(RgbImages image, int scale) {
        int wide = image.width() * scale;
        int high = image.height() * scale;
        int[] argb = new int[wide * high];
        for (int y = 0; y < high; y++) {
            for (int x = 0; x < wide; x++) {
                argb[y * wide + x] = image.argb(0, y / scale, x / scale);
            }
        }
        WritableImage picture = new WritableImage(wide, high);
        picture.getPixelWriter().setPixels(0, 0, wide, high, PixelFormat.getIntArgbInstance(), argb, 0, wide);
        return picture;
    }
}
