package io.slimgan.metrics.evaluation;

import io.slimgan.metrics.statistics.Moments;

/** What generated images are held against. For the measuring thread. */
public sealed interface Reference {

    /** What results call it, such as CIFAR-10 or a file's name. */
    String name();

    /** Which part of it, such as {@code test}; empty of statistics, which do not say. */
    String split();

    /** Images; enough for every metric. Their source belongs to whoever opened it. */
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
     * @param name of the file
     * @param moments of d features, those of one tap of one network
     * @param content SHA-256 of the file
     */
    record Statistics(String name, Moments moments, String content) implements Reference {
        @Override
        public String split() {
            return "";
        }
    }
}
