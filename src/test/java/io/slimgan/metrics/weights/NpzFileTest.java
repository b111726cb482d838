package io.slimgan.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpzFileTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsWrittenIsRead(long seed) throws IOException {
        Random random = new Random(seed);
        long[] shape = random.longs(random.nextInt(4), 0, 40).toArray();
        int count = (int) HostTensor.elements(shape);
        double[] doubles = random.doubles(count, -1e3, 1e3).toArray();
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) doubles[i];
        }
        Path file = folder.resolve("some.npz");
        NpzFile.write(file, Map.of("layer.weight", new HostTensor(floats, shape)));
        assertThat(NpzFile.read(file)).isEqualTo(Map.of("layer.weight", new HostTensor(floats, shape)));
        byte[] first = Files.readAllBytes(file);
        NpzFile.write(file, Map.of("layer.weight", new HostTensor(floats, shape)));
        assertThat(Files.readAllBytes(file)).isEqualTo(first);

        NpzFile.writeDoubles(file, Map.of("mu", new DoubleTensor(doubles, shape)));
        DoubleTensor read = Objects.requireNonNull(NpzFile.readDoubles(file).get("mu"));
        assertThat(read.values()).isEqualTo(doubles);
        assertThat(read.shape()).isEqualTo(shape);
    }
}
