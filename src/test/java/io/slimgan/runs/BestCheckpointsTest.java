package io.slimgan.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.BestCheckpoints.Best;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestCheckpointsTest {

    private static final BestCheckpoints SOME = BestCheckpoints.none()
            .with("0.25", new Best(100, "FID*-1k", "p", 0.1 + 0.2))
            .with("1", new Best(200, "FID*-1k", "p", 30))
            .with(new Best(200, "mean FID*-1k", "p", 35));

    @Test
    void areReadAsWritten(@TempDir Path run) {
        SOME.write(run);
        assertThat(BestCheckpoints.read(run)).isEqualTo(SOME);
        BestCheckpoints.none().write(run);
        assertThat(BestCheckpoints.read(run)).isEqualTo(BestCheckpoints.none());
    }

    @Test
    void whatAnEarlierVersionWroteIsUnderstood(@TempDir Path run) throws IOException {
        Files.writeString(
                run.resolve(BestCheckpoints.FILE), "{\"step\": 1200, \"measure\": \"a proxy\", \"value\": 0.5}");
        assertThat(BestCheckpoints.read(run).overall()).contains(new Best(1200, "a proxy", "", 0.5));
    }

    @Test
    void areUnknownWithoutAReadableFile(@TempDir Path run) throws IOException {
        assertThat(BestCheckpoints.read(run)).isEqualTo(BestCheckpoints.none());
        for (String content : new String[] {"", "{", "[]", "{\"step\": 3}", "{\"widths\": {\"1\": {\"step\": 1}}}"}) {
            Files.writeString(run.resolve(BestCheckpoints.FILE), content);
            assertThat(BestCheckpoints.read(run)).as(content).isEqualTo(BestCheckpoints.none());
        }
    }

    @Test
    void aSmallerValueOfTheSameProtocolIsBetter() {
        BestCheckpoints worse = SOME.with("1", new Best(300, "FID*-1k", "p", 31));
        assertThat(worse).isEqualTo(SOME);
        BestCheckpoints better = SOME.with("1", new Best(300, "FID*-1k", "p", 29));
        assertThat(better.mark(300)).isEqualTo("best 1×");
        assertThat(better.byWidth().get("0.25")).isEqualTo(SOME.byWidth().get("0.25"));
    }

    @Test
    void valuesOfTwoProtocolsAreNotComparedAndAStandInNeverReplacesAMeasurement() {
        assertThat(SOME.with("1", new Best(300, "FID*-1k", "other", 99)).mark(300))
                .isEqualTo("best 1×");
        assertThat(SOME.with(new Best(300, "a proxy", "", -5))).isEqualTo(SOME);
        BestCheckpoints standIn = BestCheckpoints.none().with(new Best(5, "a proxy", "", 0.1));
        assertThat(standIn.with(new Best(300, "mean FID*-1k", "p", 99))
                        .overall()
                        .orElseThrow()
                        .step())
                .isEqualTo(300);
    }

    @Test
    void aCheckpointIsMarkedForWhatItIsBestOf() {
        assertThat(SOME.mark(100)).isEqualTo("best 0.25×");
        assertThat(SOME.mark(200)).isEqualTo("best 1×");
        assertThat(SOME.mark(300)).isEmpty();
        assertThat(SOME.steps()).containsExactlyInAnyOrder(100L, 200L);
        assertThat(SOME.only(step -> step > 150).byWidth().keySet()).containsExactly("1");
        BestCheckpoints all = SOME.with("0.25", new Best(200, "FID*-1k", "p", 0.1));
        assertThat(all.mark(200)).isEqualTo("best");
        assertThat(BestCheckpoints.none().with(new Best(7, "a proxy", "", 1)).mark(7))
                .isEqualTo("best");
        assertThat(SOME.with(new Best(300, "mean FID*-1k", "p", 1)).mark(300)).isEqualTo("best on average");
    }
}
