package io.slimgan.data.shapes;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import java.util.random.RandomGenerator;

/** The random choices of one built-in image. Built on raw 64-bit draws, which no version of Java may change. */
final class Dice {

    /** The built-in images are a dataset, not part of a run: their seed is always this one. */
    private static final long SEED = 10;

    private final RandomGenerator random;

    Dice(int index) {
        random = KeyedRandom.stream(SEED, Purpose.BUILT_IN_IMAGE, index);
    }

    /** Evenly in [low, high). */
    double between(double low, double high) {
        return low + (random.nextLong() >>> 11) * 0x1p-53 * (high - low);
    }

    /** True this share of the time. */
    boolean chance(double share) {
        return between(0, 1) < share;
    }

    /** A place in a list of shares, each as likely as it is large; the last takes what is left of 1. */
    int among(double... shares) {
        double point = between(0, 1);
        int place = 0;
        while (place < shares.length - 1 && point >= shares[place]) {
            point -= shares[place++];
        }
        return place;
    }

    /** A direction (cos, sin), evenly spread over the turns between two angles in radians. */
    Direction direction(double low, double high) {
        double angle = between(low, high);
        return new Direction(StrictMath.cos(angle), StrictMath.sin(angle));
    }

    /** 64 random bits, to key a {@link Noise}. */
    long bits() {
        return random.nextLong();
    }
}
