package io.slimgan.session;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import java.util.List;

/** What became of a {@link PreviewRequest}: errors are answers too. */
public sealed interface PreviewAnswer {

    /** The request that this answers. */
    PreviewRequest request();

    /**
     * Images.
     *
     * @param step the step of the weights
     * @param rows one per requested width, each with the images that the request's seeds and classes
     *     make ({@link PreviewRequest#imagesPerWidth}), evaluation mode
     */
    record Images(PreviewRequest request, long step, List<Row> rows) implements PreviewAnswer {
        public Images {
            rows = List.copyOf(rows);
        }
    }

    /**
     * The images of one width.
     *
     * @param millisPerImage measured time of this row's generation, divided by its images
     */
    record Row(Width width, RgbImages images, double millisPerImage) {}

    /** It failed. */
    record Failure(PreviewRequest request, Problem problem) implements PreviewAnswer {}
}
