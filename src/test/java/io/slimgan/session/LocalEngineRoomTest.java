package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.data.official.SyntheticMnist;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEngineRoomTest {

    private final EngineRoom room = EngineRooms.create();

    @AfterEach
    void closeRoom() {
        room.close();
    }

    @Test
    void knowsItsEngine() {
        EngineInfo info = room.engineInfo().join();
        assertThat(info.engine()).startsWith("PyTorch 2");
        assertThat(info.binding()).startsWith("DJL 0");
        assertThat(info.device()).isNotBlank();
        assertThat(info.threads()).isPositive();
        assertThat(info.javaVersion()).startsWith(System.getProperty("java.specification.version"));
        assertThat(info.residentBytes()).isPositive().isLessThan(info.totalMemoryBytes());
    }

    @Test
    void looksAtTheBuiltInImages() {
        DatasetLook look = room.lookAt(new DataSettings(DataSettings.Dataset.SHAPES, "", 32), 12)
                .join();
        assertThat(look.count()).isGreaterThanOrEqualTo(50_000);
        assertThat(look.samples().count()).isEqualTo(12);
        assertThat(look.samples().height()).isEqualTo(32);
        assertThat(look.classNames()).hasSize(10);
    }

    @Test
    void tellsWhatTakesSoLongUntilItIsNotWantedAnyMore(@TempDir Path folder) throws Exception {
        Path files = SyntheticMnist.write(folder, 3_000, 1, true);
        DataSettings digits = new DataSettings(DataSettings.Dataset.MNIST, files.toString(), 32);
        List<String> heard = new CopyOnWriteArrayList<>();
        room.lookAt(digits, 3, heard::add).join();
        assertThat(heard).containsExactly("Reading MNIST, 0 %", "Reading MNIST, 33 %", "Reading MNIST, 66 %");

        heard.clear();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        CompletableFuture<DatasetLook> look = room.lookAt(digits, 3, said -> {
            heard.add(said);
            begun.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();
        look.cancel(true);
        cancelled.countDown();
        room.lookAt(digits, 3).join();
        assertThat(heard).containsExactly("Reading MNIST, 0 %");
    }

    @Test
    void tellsWhyItCannotLook(@TempDir Path folder) {
        DataSettings empty = new DataSettings(DataSettings.Dataset.FOLDER, folder.toString(), 32);
        assertThatThrownBy(() -> room.lookAt(empty, 3).join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(UserError.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void countsWhatTheNetworksCost() {
        ModelCosts costs = room.costs(TinyRuns.settings(1)).join();
        assertThat(costs.generatorParameters()).isPositive();
        assertThat(costs.discriminatorParameters()).isPositive();
        assertThat(costs.widths()).hasSize(2);
        assertThat(costs.widths().get(0).macs())
                .isPositive()
                .isLessThan(costs.widths().get(1).macs());
        assertThat(costs.widths().get(1).macsProfiler())
                .isGreaterThan(costs.widths().get(1).macs());
    }

    @Test
    void aClosedRoomAnswersWithAnError() {
        room.close();
        assertThatThrownBy(() -> room.engineInfo().join()).isInstanceOf(CompletionException.class);
    }
}
