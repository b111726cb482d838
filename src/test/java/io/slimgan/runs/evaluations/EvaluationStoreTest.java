package io.slimgan.runs.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationStoreTest {

    private static final Width HALF = new Width(0.5, 0);
    private static final Width WHOLE = new Width(1, 1);

    @TempDir
    Path run;

    private static MeasuringProtocol protocol(int realSamples, long seed) {
        return new MeasuringProtocol(
                1000,
                realSamples,
                "builtin-1",
                "ab12",
                false,
                128,
                Preprocessing.CLEAN,
                Quantisation.MIN_MAX,
                "CIFAR-10",
                "test",
                32,
                seed,
                3);
    }

    private static Evaluation evaluation(long step, Instant measured, MetricValue... values) {
        Consistency consistency = new Consistency(
                List.of(HALF, WHOLE),
                List.of(List.of(0.0, 2.5), List.of(2.5, 0.0)),
                2.5,
                2.25,
                2.75,
                List.of(new Consistency.Latent(123456789012345L, 0.5)),
                List.of(new Consistency.Latent(7, 9.5)));
        return new Evaluation(
                "first",
                step < 0 ? OptionalLong.empty() : OptionalLong.of(step),
                "w" + step,
                "real",
                List.of(values),
                step == 5 ? Optional.of(consistency) : Optional.empty(),
                "1",
                measured);
    }

    private static MetricValue fid(double value, MeasuringProtocol protocol) {
        return new MetricValue(
                Metric.FID, "FID*-1k", List.of(HALF), value, OptionalDouble.of(0.5), protocol, Optional.of("Few."));
    }

    @Test
    void whatIsWrittenIsRead() {
        MetricValue mic = new MetricValue(
                Metric.MIC,
                "mIC*-1k",
                List.of(HALF, WHOLE),
                2.5,
                OptionalDouble.empty(),
                protocol(0, 0),
                Optional.empty());
        Evaluation five = evaluation(5, Instant.parse("2026-01-02T03:04:05Z"), fid(12.75, protocol(1017, 2)), mic);
        Evaluation folder = evaluation(-1, Instant.parse("2026-01-01T03:04:05Z"), fid(1.0 / 3, protocol(9, 0)));
        EvaluationStore store = EvaluationStore.of(run);
        assertThat(store.all()).isEmpty();
        assertThat(store.write(five).getFileName().toString()).startsWith("step-00000005-");
        store.write(folder);
        assertThat(store.all()).containsExactly(folder, five);
    }

    @Test
    void damagedAndNewerFilesArePassedOver() throws IOException {
        EvaluationStore store = EvaluationStore.of(run);
        Evaluation sound = evaluation(1, Instant.EPOCH, fid(1, protocol(1, 0)));
        Path file = store.write(sound);
        String text = Files.readString(file);
        Files.writeString(file.resolveSibling("newer.json"), text.replaceFirst("\"schema\" : 1", "\"schema\" : 99"));
        Files.writeString(file.resolveSibling("half.json"), text.substring(0, text.length() / 2));
        Files.writeString(file.resolveSibling("odd.json"), text.replace("\"fid\"", "\"nothing\""));
        assertThat(store.all()).containsExactly(sound);
    }

    @Test
    void onlyTheSameMeasurementIsFound() {
        MeasuringProtocol held = protocol(1017, 0);
        Evaluation older = evaluation(1, Instant.ofEpochSecond(1), fid(1, held));
        Evaluation newer = evaluation(1, Instant.ofEpochSecond(2), fid(2, held));
        List<Evaluation> known = List.of(older, newer);
        assertThat(EvaluationStore.measured(known, "w1", "real", Metric.FID, held))
                .contains(newer);
        assertThat(EvaluationStore.measured(known, "w2", "real", Metric.FID, held))
                .isEmpty();
        assertThat(EvaluationStore.measured(known, "w1", "other", Metric.FID, held))
                .isEmpty();
        assertThat(EvaluationStore.measured(known, "w1", "real", Metric.KID, held))
                .isEmpty();
        assertThat(EvaluationStore.measured(known, "w1", "real", Metric.FID, protocol(1017, 1)))
                .isEmpty();
    }
}
