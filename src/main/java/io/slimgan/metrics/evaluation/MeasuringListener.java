package io.slimgan.metrics.evaluation;

/** Hears how far measuring is, on the thread that measures, and may end it. */
@FunctionalInterface
public interface MeasuringListener {

    /**
     * Called after each batch of images, so every few seconds at most.
     *
     * @param activity what is being done
     * @param done images whose features are known
     * @param total images in all
     * @throws java.util.concurrent.CancellationException to end measuring
     */
    void progress(String activity, long done, long total);
}
