package io.slimgan.session;

/**
 * How far a whole report is, over all its measurements: never less than was told before. An image counts also where what is
 * measured on it is known already. Thread-safe.
 */
final class ReportProgress {

    private final long total;
    private long finished;
    private long told;

    /** @param total images of all measurements */
    ReportProgress(long total) {
        this.total = total;
    }

    /** @param images that the part had which is measured */
    synchronized void finish(long images) {
        finished += images;
    }

    /**
     * The whole report's progress.
     *
     * @param part what is being measured
     * @param images that the part has
     */
    synchronized EvaluationProgress with(EvaluationProgress part, long images) {
        long here = part.total() > 0 ? images * Math.min(part.done(), part.total()) / part.total() : 0;
        told = Math.min(total, Math.max(told, finished + here));
        return new EvaluationProgress(part.activity(), told, total);
    }
}
