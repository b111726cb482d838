package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.EvaluationStore;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The texts that notebooks and scripts read: letter by letter. */
class EvaluationLinesTest {

    private static final Width HALF = new Width(0.5, 0);
    private static final Width WHOLE = new Width(1, 1);

    private static MeasuringProtocol protocol(int samples, int realSamples, String against) {
        return new MeasuringProtocol(
                samples,
                realSamples,
                "builtin-1",
                "ab12",
                false,
                128,
                Preprocessing.PYTORCH_FID,
                Quantisation.MIN_MAX,
                against,
                against.isEmpty() ? "" : "test",
                32,
                4,
                3);
    }

    private static Evaluation evaluation() {
        MeasuringProtocol held = protocol(1000, 1017, "CIFAR-10");
        return new Evaluation(
                "first",
                OptionalLong.of(6000),
                "w",
                "real",
                List.of(
                        new MetricValue(
                                Metric.FID,
                                "FID*-1k",
                                List.of(HALF),
                                12.75,
                                OptionalDouble.of(1e-7),
                                held,
                                Optional.of("Few \"images\".")),
                        new MetricValue(
                                Metric.VOL,
                                "VoL-1017",
                                List.of(),
                                2400,
                                OptionalDouble.empty(),
                                protocol(0, 1017, "CIFAR-10"),
                                Optional.empty()),
                        new MetricValue(
                                Metric.MIC,
                                "mIC*-1k",
                                List.of(HALF, WHOLE),
                                1234567.0625,
                                OptionalDouble.empty(),
                                protocol(1000, 0, ""),
                                Optional.empty())),
                Optional.of(new Consistency(
                        List.of(HALF, WHOLE),
                        List.of(List.of(0.0, 2.5), List.of(2.5, 0.0)),
                        2.5,
                        2.25,
                        2.75,
                        List.of(new Consistency.Latent(123456789012345L, 0.5)),
                        List.of(new Consistency.Latent(7, 9.5)))),
                "1",
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = EvaluationLinesTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }

    @Test
    void linesAreAsEver() throws IOException {
        assertThat(EvaluationLines.of(List.of(evaluation()))).isEqualTo(golden("evaluation-lines.jsonl"));
    }

    @Test
    void filesAreAsEver(@TempDir Path run) throws IOException {
        Path file = EvaluationStore.of(run).write(evaluation());
        assertThat(Files.readString(file).replace("\r\n", "\n")).isEqualTo(golden("evaluation-file.json"));
    }
}
