package io.slimgan.metrics.features;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A frozen network that turns images into features. Owns native memory; whoever opens one closes it. One thread at a
 * time, which may be another than the one that opened it.
 */
public interface FeatureNetwork extends AutoCloseable {

    /** The tap whose rows are logits without the classifier's bias (method D.1), not features. */
    int LOGITS = -1;

    /** What results call it, such as {@code inception-2015-12-05} or {@code builtin-1}. */
    String name();

    /**
     * SHA-256 of its weights, folded, in lower-case hex. The same unfolded weights give the same, whatever their file's
     * format. A file whose batch normalisation somebody else folded differs in the last bits and has a hash of its own,
     * as has a partial file: what is known and kept by hash is then measured again, never confused, and two
     * measurements may differ in hash although their values agree to about 1e-6.
     */
    String hash();

    /** Whether numbers of the papers were taken with this network; false puts a star behind every metric's name. */
    boolean comparable();

    /** The widths of the pooled taps that these weights can give, ascending, such as 64, 192, 768, 2048. */
    List<Integer> taps();

    /** Whether it can give {@link #LOGITS}. */
    boolean hasLogits();

    /** The tap that metrics use when nobody says otherwise: 2048 of the papers' network. */
    int usualTap();

    /** The tap to use with these weights when nobody says otherwise: {@link #usualTap} or the widest there is. */
    default int defaultTap() {
        return taps().contains(usualTap()) ? usualTap() : taps().get(taps().size() - 1);
    }

    /**
     * Features of images; the deepest tap asked for decides how much is computed.
     *
     * @param images (N, H, W, 3) of any size; split into batches that memory bears
     * @param taps some of {@link #taps}, or {@link #LOGITS}
     * @param threads how many cores it may use, at least 1
     * @return for each tap its (N, tap) features
     * @throws io.slimgan.base.UserError if these weights cannot give a tap
     */
    Map<Integer, FeatureMatrix> extract(RgbImages images, Preprocessing preprocessing, Set<Integer> taps, int threads);

    @Override
    void close();
}
