package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestCheckpointTest {

    @Test
    void isReadAsWritten(@TempDir Path run) {
        BestCheckpoint best = new BestCheckpoint(1200, CriticGap.NAME, 0.1 + 0.2);
        best.write(run);
        assertThat(BestCheckpoint.read(run)).contains(best);
    }

    @Test
    void isUnknownWithoutAReadableFile(@TempDir Path run) throws IOException {
        assertThat(BestCheckpoint.read(run)).isEmpty();
        for (String content : new String[] {"", "{", "[]", "{\"step\": 3}", "{\"step\": [1], \"measure\": 1}"}) {
            Files.writeString(run.resolve(BestCheckpoint.FILE), content);
            assertThat(BestCheckpoint.read(run)).as(content).isEmpty();
        }
    }
}
