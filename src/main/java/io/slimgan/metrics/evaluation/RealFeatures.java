package io.slimgan.metrics.evaluation;

import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.statistics.Moments;
import io.slimgan.metrics.statistics.NumpyRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/** The real side of a measurement, computed once per seed however many subjects are held against it. */
final class RealFeatures {

    private final Reference reference;
    private final int samples;
    private final Optional<NetworkUse> network;
    private final FeatureCache cache;
    private final boolean sharpness;
    private final Work work;
    private final Map<Long, String> contents = new LinkedHashMap<>();
    private final Map<Long, MeasuredRow> rows = new LinkedHashMap<>();

    /**
     * @param samples real images asked for; fewer where there are fewer
     * @param sharpness whether their variance of the Laplacian is wanted
     */
    RealFeatures(
            Reference reference,
            int samples,
            Optional<NetworkUse> network,
            FeatureCache cache,
            boolean sharpness,
            Work work) {
        this.reference = reference;
        this.samples = samples;
        this.network = network;
        this.cache = cache;
        this.sharpness = sharpness;
        this.work = work;
    }

    /** How many real images there are to be held against. 0 of statistics, which need not say. */
    int count() {
        return reference instanceof Reference.Images images
                ? Math.min(samples, images.pictures().size())
                : 0;
    }

    /** Which images they are: a checksum of the pixels that each of so many seeds chooses. */
    String content(long first, int seeds) {
        List<String> all =
                LongStream.range(first, first + seeds).mapToObj(this::content).toList();
        return seeds == 1 ? all.get(0) : Checksums.of(all);
    }

    /** The same of one seed. */
    private String content(long seed) {
        if (reference instanceof Reference.Statistics statistics) {
            return statistics.content();
        }
        PictureSource pictures = ((Reference.Images) reference).pictures();
        return contents.computeIfAbsent(seed, s -> Checksums.ofPictures(pictures, chosen(s)));
    }

    /** Features, moments and sharpness of the images that a seed chooses. */
    MeasuredRow of(long seed) {
        MeasuredRow known = rows.get(seed);
        if (known == null) {
            known = reference instanceof Reference.Statistics statistics
                    ? new MeasuredRow(
                            List.of(),
                            Optional.empty(),
                            Optional.of(statistics.moments()),
                            Optional.empty(),
                            OptionalDouble.empty())
                    : measured(seed, ((Reference.Images) reference).pictures());
            rows.clear(); // one seed's features are all the memory that this is worth
            rows.put(seed, known);
        }
        return known;
    }

    private MeasuredRow measured(long seed, PictureSource pictures) {
        Optional<FeatureMatrix> kept =
                network.flatMap(use -> cache.find(key(seed, use))).filter(features -> features.rows() == count());
        boolean extracting = network.isPresent() && kept.isEmpty();
        Demand demand = new Demand(extracting ? count() : 0, 0, sharpness ? count() : 0);
        work.expect(demand.total());
        work.begin("Measuring real images");
        MeasuredRow row = new PictureFeatures(network, work).row(pictures, chosen(seed), demand);
        if (extracting) {
            row.features().ifPresent(features -> cache.keep(key(seed, network.get()), features));
            return row;
        }
        return new MeasuredRow(List.of(), kept, kept.map(Moments::of), Optional.empty(), row.sharpness());
    }

    private String key(long seed, NetworkUse use) {
        return Checksums.of(List.of(
                content(seed),
                reference.split(),
                use.preprocessing().code(),
                use.network().hash(),
                Integer.toString(use.tap()),
                Integer.toString(count()),
                Long.toString(seed)));
    }

    /** Without replacement, as the SlimGAN code draws them (method D.3); in the set's order, which no metric minds. */
    private int[] chosen(long seed) {
        return chosen(seed, ((Reference.Images) reference).pictures().size(), count());
    }

    static int[] chosen(long seed, int size, int count) {
        int[] chosen = new NumpyRandom((int) seed).choice(size, count);
        Arrays.sort(chosen);
        return chosen;
    }
}
