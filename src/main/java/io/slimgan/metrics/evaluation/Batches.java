package io.slimgan.metrics.evaluation;

import io.slimgan.base.RgbImages;
import java.util.List;

/** Images in a row. Pure functions. */
final class Batches {

    private Batches() {}

    /** All images of these, one after the other; at least one, all of one size. */
    static RgbImages joined(List<RgbImages> parts) {
        int count = 0;
        int bytes = 0;
        for (RgbImages part : parts) {
            count += part.count();
            bytes = Math.addExact(bytes, part.pixels().length);
        }
        byte[] pixels = new byte[bytes];
        int at = 0;
        for (RgbImages part : parts) {
            System.arraycopy(part.pixels(), 0, pixels, at, part.pixels().length);
            at += part.pixels().length;
        }
        return new RgbImages(count, parts.get(0).height(), parts.get(0).width(), pixels);
    }
}
