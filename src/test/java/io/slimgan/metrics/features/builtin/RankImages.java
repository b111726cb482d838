package io.slimgan.metrics.features.builtin;

import io.slimgan.base.RgbImages;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.features.FeatureNetworks;
import io.slimgan.metrics.features.builtin.Ranking.Level;
import io.slimgan.metrics.features.builtin.Ranking.Series;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the table of docs/features/builtin.md: the program behind {@code docs/features/ranking.sh}. */
final class RankImages {

    private static final Logger LOG = LoggerFactory.getLogger(RankImages.class);

    private static final int INCEPTION_TAP = 768;

    private final CifarRecords training;
    private final CifarRecords test;
    private final int threads;

    /** A column of the table: what a network says at a tap. */
    private record Column(String title, int tap, List<Series> series) {}

    private RankImages(Path folder, int threads) throws IOException {
        this.training = CifarRecords.training(folder);
        this.test = CifarRecords.test(folder);
        this.threads = threads;
    }

    /**
     * Arguments: folder of CIFAR-10's binary files, file to write, threads, and, if the Inception network is to stand
     * beside ours, its weights, how many test images and how many training images it shall look at.
     */
    public static void main(String[] args) throws IOException {
        RankImages ranks = new RankImages(Path.of(args[0]), Integer.parseInt(args[2]));
        List<Column> columns = new ArrayList<>();
        try (BuiltinNetwork network = BuiltinNetwork.open()) {
            List<Series> all = ranks.all(network, network.taps(), ranks.test.count(), ranks.training.count());
            network.taps().forEach(tap -> columns.add(new Column("FID* at " + tap, tap, all)));
        }
        if (args.length > 3) {
            int count = Math.min(Integer.parseInt(args[4]), ranks.test.count());
            int reference = Math.min(Integer.parseInt(args[5]), ranks.training.count());
            try (FeatureNetwork network = FeatureNetworks.open(Path.of(args[3]))) {
                String title = "FID-" + INCEPTION_TAP + ", " + count + " against " + reference;
                List<Series> all = ranks.all(network, List.of(INCEPTION_TAP), count, reference);
                columns.add(new Column(title, INCEPTION_TAP, all));
            }
        }
        Files.writeString(Path.of(args[1]), table(columns));
    }

    private List<Series> all(FeatureNetwork network, List<Integer> taps, int count, int references) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        RgbImages reference = training.pick(first(references)).images();
        List<Series> all =
                new Ranking(network, Set.copyOf(taps), reference, threads).everything(test.pick(first(count)));
        for (Series series : all) {
            taps.forEach(tap -> LOG.info("{} at {}: {}", series.title(), tap, series.grows(tap) ? "grows" : "FAILS"));
        }
        LOG.info(
                "{}: {} s of this thread's time",
                network.name(),
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000_000_000);
        return all;
    }

    private static List<Integer> first(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static String table(List<Column> columns) {
        StringBuilder text = new StringBuilder("| series | level |");
        columns.forEach(column -> text.append(' ').append(column.title).append(" |"));
        text.append("\n|---|---|").append("---:|".repeat(columns.size())).append('\n');
        List<Series> first = columns.get(0).series;
        for (int s = 0; s < first.size(); s++) {
            List<Level> levels = first.get(s).levels();
            for (int l = 0; l < levels.size(); l++) {
                text.append("| ").append(l == 0 ? first.get(s).title() : "").append(" | ");
                text.append(levels.get(l).label()).append(" |");
                for (Column column : columns) {
                    double distance = column.series.get(s).levels().get(l).at(column.tap);
                    text.append(String.format(Locale.ROOT, " %.4f |", distance));
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
