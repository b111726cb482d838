package io.slimgan.data;

/** Hears how far the opening of a dataset has come, on the thread that opens it, and may end it. */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Called every now and then.
     *
     * @param what what is being done, such as "Reading images"
     * @param done how much of it is done, in the unit of {@code total}
     * @param total how much there is; 0 if that is not known
     * @return whether to go on; after {@code false} the opening ends with a CancellationException
     */
    boolean progress(String what, long done, long total);

    /** One that lets everything go on. */
    static ProgressListener none() {
        return (what, done, total) -> true;
    }
}
