package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.events.EventWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LossesTest {

    @TempDir
    Path folder;

    @Test
    void theNewestLossesOfEachWidthComeNarrowestFirst() {
        try (Losses losses = new Losses(folder);
                EventWriter writer = EventWriter.open(folder)) {
            assertThat(losses.newest()).isEmpty();
            for (long step = 1; step <= 2; step++) {
                writer.scalar("loss/discriminator/1", step, step);
                writer.scalar("loss/generator/1", step, -step);
                writer.scalar("loss/discriminator/0.25", step, 10 * step);
                writer.scalar("loss/generator/0.25", step, 0.5);
                writer.scalar("critic/real/1", step, 99);
            }
            writer.flush();
            assertThat(losses.newest())
                    .containsExactly(new Losses.OfWidth("0.25", 20, 0.5), new Losses.OfWidth("1", 2, -2));
        }
    }
}
