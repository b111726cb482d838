package io.slimgan.metrics.evaluation;

import io.slimgan.metrics.statistics.Moments;

/** What generated images are held against. */
public sealed interface Reference {

    String name();

    String split();

    /** Images; enough for every metric. */
    record Images(PictureSource pictures) implements Reference {
        @Override
        public String name() {
            return pictures.name();
        }

        @Override
        public String split() {
            return pictures.split();
        }
    }

    /**
     * Mean and covariance of their features; enough for a Fréchet distance.
     *
     * @param content checksum of the file
     */
    record Statistics(String name, Moments moments, String content) implements Reference {
        @Override
        public String split() {
            return "";
        }
    }
}
