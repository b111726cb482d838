package io.slimgan.nn;

import io.slimgan.base.HostTensor;

/** Labels as a network reads them. */
public final class OneHot {

    private OneHot() {}

    /**
     * One row per label with a single 1.
     *
     * @param labels each from 0 to classes - 1
     * @param classes 0 for a network that knows no classes, which gets a single 0 that it never reads
     * @return (labels, classes)
     * @throws IllegalArgumentException if a label is no class
     */
    public static HostTensor of(int[] labels, int classes) {
        if (classes == 0) {
            return new HostTensor(new float[1], new long[] {1, 1});
        }
        float[] rows = new float[Math.multiplyExact(labels.length, classes)];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException(
                        "Label " + labels[i] + " is none of the " + classes + " classes, 0 to " + (classes - 1) + ".");
            }
            rows[i * classes + labels[i]] = 1;
        }
        return new HostTensor(rows, new long[] {labels.length, classes});
    }
}
