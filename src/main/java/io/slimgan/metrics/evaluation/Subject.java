package io.slimgan.metrics.evaluation;

import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.config.ImageFormat;
import io.slimgan.config.ModelSettings;
import io.slimgan.metrics.statistics.Moments;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What is measured. Immutable but for the pictures that it reads; for the measuring thread. */
public sealed interface Subject {

    /** As a table calls it. */
    String name();

    /** Of the checkpoint, where there is one. */
    default OptionalLong step() {
        return OptionalLong.empty();
    }

    /**
     * Generators that get the same latents.
     *
     * @param weights SHA-256 that tells these weights from any others
     * @param latentSize of all of them
     * @param format of all their images
     * @param generators one slimmable, or several individual ones
     */
    record Generators(
            String name,
            OptionalLong step,
            String weights,
            int latentSize,
            ImageFormat format,
            List<Drawing> generators)
            implements Subject {

        public Generators {
            generators = List.copyOf(generators);
        }

        /** Height and width of all images in pixels. */
        public int imageSize() {
            return format.size();
        }

        /** How many classes all of them draw; 0 if they know none. */
        public int classes() {
            return generators.get(0).model().classes();
        }

        /** All widths, in the order of the generators. */
        public List<Width> widths() {
            return generators.stream()
                    .flatMap(g -> g.widths().stream())
                    .map(Labelled::label)
                    .toList();
        }
    }

    /**
     * One generator.
     *
     * @param model what it is made of
     * @param widths that are measured, narrowest first
     * @param loader brings the weights by their names in a checkpoint; called once
     */
    record Drawing(ModelSettings model, List<Labelled> widths, Supplier<Map<String, HostTensor>> loader) {

        public Drawing {
            widths = List.copyOf(widths);
        }
    }

    /**
     * A width of a generator.
     *
     * @param label the width as results call it
     * @param drawn the generator's own, which differs in an individual run: it is all of a narrow network
     */
    record Labelled(Width label, Width drawn) {}

    /** Images that are there already. */
    record Images(PictureSource pictures) implements Subject {
        @Override
        public String name() {
            return pictures.name();
        }
    }

    /**
     * Mean and covariance of features.
     *
     * @param moments of d features, those of one tap of one network
     * @param content SHA-256 of the file
     */
    record Statistics(String name, Moments moments, String content) implements Subject {}
}
