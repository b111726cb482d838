package io.slimgan.nn;

/** How a map is doubled. */
public enum Upsampling {
    /** Half-pixel centres, edges clamped: SlimGAN's residual networks (method A.5). */
    BILINEAR,
    /** Each pixel four times: BigGAN (method A.7). */
    NEAREST
}
