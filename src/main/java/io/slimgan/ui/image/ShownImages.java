package io.slimgan.ui.image;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import java.util.List;

/**
 * What stood on the screen when an export was asked for; training goes on, this does not change. Immutable.
 *
 * @param answer the images as the preview gave them, with their step, widths and seeds
 * @param columns how many images of a width stand side by side; more go on in the next line
 */
public record ShownImages(PreviewAnswer.Images answer, int columns) {

    /** All images of a width side by side, one line per width. */
    public static ShownImages oneLineEach(PreviewAnswer.Images answer) {
        return new ShownImages(answer, answer.request().imagesPerWidth());
    }

    /** The step of the weights that drew the images. */
    public long step() {
        return answer.step();
    }

    List<Double> widths() {
        return answer.rows().stream()
                .map(PreviewAnswer.Row::width)
                .map(Width::multiplier)
                .toList();
    }

    List<Long> seeds() {
        return answer.request().latentSeeds();
    }

    /** Edge of one image in pixels. */
    int imageSize() {
        return answer.rows().get(0).images().width();
    }

    /** One per width, each with the images of its seeds and classes. */
    List<RgbImages> rows() {
        return answer.rows().stream().map(PreviewAnswer.Row::images).toList();
    }
}
