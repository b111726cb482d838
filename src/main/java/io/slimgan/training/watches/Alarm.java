package io.slimgan.training.watches;

/**
 * Raised once something has been wrong long enough, lowered when it is well again; between the two thresholds it stays
 * as it is, so that it does not flicker. Its state is two numbers of a {@link Ledger}'s row.
 */
final class Alarm {

    /** How many numbers of a row it takes. */
    static final int COLUMNS = 2;

    private Alarm() {}

    /**
     * Takes in how it is now.
     *
     * @param row holds since when it is wrong at {@code at}, and whether it is raised at {@code at + 1}
     * @param patience how long it must be wrong, in the unit of {@code now}
     * @return whether it was raised just now
     */
    static boolean see(double[] row, int at, double now, boolean wrong, boolean well, double patience) {
        if (well) {
            row[at] = Double.NaN;
            row[at + 1] = 0;
            return false;
        }
        if (!wrong) {
            row[at] = Double.NaN;
            return false;
        }
        if (Double.isNaN(row[at])) {
            row[at] = now;
        }
        boolean raised = row[at + 1] == 1;
        if (raised || now - row[at] < patience) {
            return false;
        }
        row[at + 1] = 1;
        return true;
    }

    /** Whether it is raised. */
    static boolean isRaised(double[] row, int at) {
        return row[at + 1] == 1;
    }
}
