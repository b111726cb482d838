package io.slimgan.config;

/** What can be measured (method D). The code is what files, tags and the command line call it. */
public enum Metric {
    /** Fréchet distance of Gaussians fitted to features (D.3). */
    FID("fid", "FID", Better.LOWER, true),
    /** FID extrapolated to infinitely many samples (D.3). */
    FID_INFINITY("fid-infinity", "FID∞", Better.LOWER, true),
    /** Unbiased squared maximum mean discrepancy with a cubic kernel (D.6). */
    KID("kid", "KID", Better.LOWER, true),
    /** Inception score (D.4); needs a network with logits. */
    IS("is", "IS", Better.HIGHER, true),
    /** Share of generated features inside the real manifold (D.7). */
    PRECISION("precision", "Precision", Better.HIGHER, true),
    /** Share of real features inside the generated manifold (D.7). */
    RECALL("recall", "Recall", Better.HIGHER, true),
    /** Mean inception consistency between the widths (D.5); one value for all widths. */
    MIC("mic", "mIC", Better.LOWER, true),
    /** Inception consistency of one pair of widths (D.5). */
    IC("ic", "IC", Better.LOWER, true),
    /** Variance of the Laplacian, sharpness (D.8); needs no network, and is right where it equals the real images'. */
    VOL("vol", "VoL", Better.NEITHER, false);

    /** Which direction is an improvement. */
    public enum Better {
        LOWER,
        HIGHER,
        NEITHER
    }

    private final String code;
    private final String label;
    private final Better better;
    private final boolean onFeatures;

    Metric(String code, String label, Better better, boolean onFeatures) {
        this.code = code;
        this.label = label;
        this.better = better;
        this.onFeatures = onFeatures;
    }

    /** Such as {@code fid} or {@code fid-infinity}. */
    public String code() {
        return code;
    }

    /** As papers write it, such as "mIC". */
    public String label() {
        return label;
    }

    public Better better() {
        return better;
    }

    /** Whether its value depends on a feature network. */
    public boolean onFeatures() {
        return onFeatures;
    }

    /**
     * The name of a value that says how it was taken, such as {@code FID*-1k} or {@code mIC-768-10k}: a star marks
     * features that are not the papers' (no number is comparable with theirs), the tap stands where it is not the
     * network's usual one, the number of samples closes it.
     *
     * @param comparable whether the features are those of the papers' network
     * @param tap the tap's width if it must be named, 0 if it need not
     * @param samples generated images that went in
     */
    public String named(boolean comparable, int tap, int samples) {
        String star = onFeatures && !comparable ? "*" : "";
        String of = onFeatures && tap != 0 ? "-" + tap : "";
        String count = samples % 1000 == 0 && samples > 0 ? samples / 1000 + "k" : Integer.toString(samples);
        return label + star + of + "-" + count;
    }
}
