package io.slimgan.metrics.evaluation;

/** Counts the images of one measurement for its listener. For the measuring thread. */
final class Work {

    private final MeasuringListener listener;
    private String activity = "";
    private long done;
    private long total;

    Work(MeasuringListener listener) {
        this.listener = listener;
    }

    /** So many images more will be looked at. */
    void expect(long images) {
        total += images;
    }

    void begin(String what) {
        activity = what;
        listener.progress(activity, done, total);
    }

    void did(long images) {
        done += images;
        listener.progress(activity, done, total);
    }
}
