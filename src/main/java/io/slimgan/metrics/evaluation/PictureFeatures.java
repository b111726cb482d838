package io.slimgan.metrics.evaluation;

import io.slimgan.base.RgbImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures images that are there already. For the measuring thread. */
final class PictureFeatures {

    private static final int BATCH = 64;

    private final Optional<NetworkUse> network;
    private final Work work;

    PictureFeatures(Optional<NetworkUse> network, Work work) {
        this.network = network;
        this.work = work;
    }

    /** @param chosen places of the images, at least as many as are demanded */
    MeasuredRow row(PictureSource source, int[] chosen, Demand demand) {
        int tap = network.map(NetworkUse::tap).orElse(0);
        RowBuilder row = new RowBuilder(List.of(), demand, tap);
        for (int at = 0; at < demand.total(); ) {
            int end = Math.min(demand.endOf(at, BATCH), demand.total());
            Set<Integer> taps = demand.taps(at, tap);
            for (RgbImages images : sameSized(source, Arrays.copyOfRange(chosen, at, end))) {
                if (network.isPresent() && !taps.isEmpty()) {
                    row.add(network.get().extract(images, taps), 0, images.count());
                }
                if (at < demand.sharpness()) {
                    row.addSharpness(images);
                }
                work.did(images.count());
            }
            at = end;
        }
        return row.row();
    }

    /** In order, neighbours of one size together: a network takes no others at once. */
    private static List<RgbImages> sameSized(PictureSource source, int... chosen) {
        List<RgbImages> groups = new ArrayList<>();
        List<RgbImages> group = new ArrayList<>();
        for (int index : chosen) {
            RgbImages image = source.picture(index);
            if (!group.isEmpty()
                    && (group.get(0).height() != image.height() || group.get(0).width() != image.width())) {
                groups.add(Batches.joined(group));
                group.clear();
            }
            group.add(image);
        }
        groups.add(Batches.joined(group));
        return groups;
    }
}
