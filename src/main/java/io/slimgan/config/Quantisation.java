package io.slimgan.config;

/** How generated images become bytes before they are measured (method D.2a). Stands in every result and cache key. */
public enum Quantisation {
    /** floor((x + 1) / 2 * 255 + 0.5), clamped: what a saved picture has; the default. */
    PLAIN("plain"),
    /**
     * The SlimGAN code's: floor(255 (x - m) / (M - m + 1e-5) + 0.5) with the smallest and largest value m, M of all
     * samples of the width (of each batch of 50 for the inception score).
     */
    MIN_MAX("min-max");

    private final String code;

    Quantisation(String code) {
        this.code = code;
    }

    /** As files and the command line call it. */
    public String code() {
        return code;
    }
}
