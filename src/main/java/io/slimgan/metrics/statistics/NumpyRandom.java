package io.slimgan.metrics.statistics;

/**
 * The random numbers of NumPy's {@code RandomState}: MT19937 (Matsumoto and Nishimura 1998) and the way NumPy takes
 * permutations, integers and normal values from it, so that the subsets of the reference tools can be drawn again
 * (method D.9). One thread at a time.
 */
public final class NumpyRandom {

    private static final int N = 624;
    private static final int M = 397;

    private final int[] state = new int[N];
    private int next = N;
    private double spare = Double.NaN; // the polar method gives normal values in pairs

    /** The stream of {@code numpy.random.RandomState(seed)}, seed read as unsigned. */
    public NumpyRandom(int seed) {
        state[0] = seed;
        for (int i = 1; i < N; i++) {
            state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
        }
    }

    /** The next 32 bits. */
    int bits() {
        if (next == N) {
            refill();
        }
        int y = state[next++];
        y ^= y >>> 11;
        y ^= y << 7 & 0x9d2c5680;
        y ^= y << 15 & 0xefc60000;
        return y ^ y >>> 18;
    }

    private void refill() {
        for (int i = 0; i < N; i++) {
            int y = state[i] & 0x80000000 | state[(i + 1) % N] & 0x7fffffff;
            state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
        }
        next = 0;
    }

    /**
     * A whole number, each as likely, by masked rejection; {@code randint(0, bound)}.
     *
     * @param bound above all results, at least 1
     */
    public int below(int bound) {
        int largest = bound - 1;
        if (largest == 0) {
            return 0; // draws nothing, as in NumPy
        }
        int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
        int value = bits() & mask;
        while (value > largest) {
            value = bits() & mask;
        }
        return value;
    }

    /** The numbers 0 to n - 1 in random order; {@code permutation(n)}. */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = below(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    /**
     * m different numbers of 0 to n - 1 in random order; {@code choice(n, m, replace=False)}.
     *
     * @throws IllegalArgumentException if m is more than n
     */
    public int[] choice(int n, int m) {
        if (m > n) {
            throw new IllegalArgumentException(m + " of " + n + " cannot be drawn without replacement.");
        }
        int[] chosen = new int[m];
        System.arraycopy(permutation(n), 0, chosen, 0, m);
        return chosen;
    }

    /** Uniform in [0, 1) with 53 bits; {@code random_sample()}. */
    public double uniform() {
        int high = bits() >>> 5;
        int low = bits() >>> 6;
        return (high * 67108864.0 + low) / 9007199254740992.0;
    }

    /** A standard normal value by Marsaglia's polar method; {@code standard_normal()}. */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square < 1 && square > 0) {
                double scale = Math.sqrt(-2 * Math.log(square) / square);
                spare = scale * x;
                return scale * y;
            }
        }
    }
}
