package io.slimgan.metrics.weights;

import io.slimgan.base.UserError;
import java.util.Arrays;

/**
 * How much memory the tensors of one file may take, asked before anything is allocated, so that a broken or hostile
 * file gives a sentence instead of an exhausted memory. One file, one thread.
 */
final class TensorBudget {

    private static final long MOST = 2L << 30;

    private final String file;
    private long left;

    TensorBudget(String file) {
        this(file, Math.min(MOST, Runtime.getRuntime().maxMemory() / 2));
    }

    TensorBudget(String file, long bytes) {
        this.file = file;
        this.left = bytes;
    }

    /**
     * Takes the memory of a tensor out of what is left.
     *
     * @param width bytes per element in memory
     * @return its number of elements
     * @throws UserError if there is not enough left
     */
    int take(String tensor, long[] shape, int width) {
        long elements = 1;
        for (long size : shape) {
            if (size < 0) {
                throw tooLarge(tensor, shape);
            }
            if (size != 0 && elements > left / size) {
                throw tooLarge(tensor, shape);
            }
            elements *= size;
        }
        if (elements > left / width || elements > Integer.MAX_VALUE - 8) {
            throw tooLarge(tensor, shape);
        }
        left -= elements * width;
        return (int) elements;
    }

    private UserError tooLarge(String tensor, long[] shape) {
        return new UserError("The file " + file + " is refused: its tensor " + tensor + " claims the shape "
                + Arrays.toString(shape) + ", which is not possible or needs more than the " + (left >> 20)
                + " MiB that are left for it. Use a sound weight file, or give Java more memory (-Xmx).");
    }
}
