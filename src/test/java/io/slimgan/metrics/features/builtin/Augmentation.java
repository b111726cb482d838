package io.slimgan.metrics.features.builtin;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.RgbImages;
import java.util.random.RandomGenerator;

/**
 * Alters training images: half of them mirrored, moved by up to 4 pixels over grey, a square of 8 pixels cut out, and
 * brightness and contrast of each colour changed a little. No blur and no noise: the features shall see those.
 */
final class Augmentation {

    private static final int SIZE = BuiltinLayers.SIZE;
    private static final int SHIFT = 4;
    private static final int HOLE = 8;
    private static final double CONTRAST = 0.1;
    private static final double BRIGHTNESS = 0.1;

    private Augmentation() {}

    /**
     * Writes an altered image as (32, 32, 3) values, (u8 - 128) / 128.
     *
     * @param epoch with the seed and the image's index the key of what is done
     */
    static void apply(RgbImages images, int index, long seed, int epoch, float[] to, int at) {
        RandomGenerator random = KeyedRandom.stream(seed, Purpose.AUGMENTATION, epoch, index);
        boolean mirrored = random.nextBoolean();
        int down = random.nextInt(2 * SHIFT + 1) - SHIFT;
        int right = random.nextInt(2 * SHIFT + 1) - SHIFT;
        int holeY = random.nextInt(SIZE) - HOLE / 2;
        int holeX = random.nextInt(SIZE) - HOLE / 2;
        float[] gain = new float[3];
        float[] lift = new float[3];
        float contrast = around(random, CONTRAST);
        float brightness = around(random, BRIGHTNESS);
        for (int c = 0; c < 3; c++) {
            gain[c] = 1 + contrast + around(random, CONTRAST / 2);
            lift[c] = brightness + around(random, BRIGHTNESS / 2);
        }
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                int fromY = y - down;
                int fromX = mirrored ? SIZE - 1 - (x - right) : x - right;
                boolean outside = fromY < 0 || fromY >= SIZE || fromX < 0 || fromX >= SIZE;
                boolean cut = y >= holeY && y < holeY + HOLE && x >= holeX && x < holeX + HOLE;
                for (int c = 0; c < 3; c++) {
                    float value = outside || cut
                            ? 0
                            : ((images.pixels()[images.offset(index, fromY, fromX) + c] & 255) - 128) / 128f;
                    to[at + (y * SIZE + x) * 3 + c] = outside || cut ? 0 : value * gain[c] + lift[c];
                }
            }
        }
    }

    private static float around(RandomGenerator random, double bound) {
        return (float) ((random.nextDouble() * 2 - 1) * bound);
    }
}
