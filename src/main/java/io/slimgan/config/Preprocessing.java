package io.slimgan.config;

/**
 * How images are brought to the feature network's size and range (method D.2). Values of different modes are never
 * compared, so the mode stands in every result and every cache key.
 */
public enum Preprocessing {
    /** TensorFlow 1's bilinear without half-pixel centres, then (x - 128) / 128: what the papers did; the default. */
    TENSORFLOW("tensorflow"),
    /** x / 255, half-pixel bilinear without antialiasing, then 2x - 1: what pytorch-fid does. */
    PYTORCH_FID("pytorch-fid"),
    /** Pillow's antialiased bicubic in float32, clipped to 0..255, then (x - 128) / 128: what clean-fid does. */
    CLEAN("clean");

    private final String code;

    Preprocessing(String code) {
        this.code = code;
    }

    /** As files and the command line call it. */
    public String code() {
        return code;
    }
}
