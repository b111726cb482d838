package io.slimgan.metrics.weights;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows how much of its file is left. */
final class CountedInput extends FilterInputStream {

    private long left;

    CountedInput(InputStream in, long size) {
        super(in);
        this.left = size;
    }

    /** How many bytes may still follow. */
    long left() {
        return left;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            left--;
        }
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        left -= Math.max(0, count);
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
