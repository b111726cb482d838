package io.slimgan.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFileTest {

    @TempDir
    Path folder;

    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(WeightFileTest.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip.pth", "legacy.pth"})
    void tensorsOfPyTorchFiles(String name) {
        Map<String, HostTensor> tensors = WeightFile.read(resource(name));
        float[] permuted = new float[24];
        for (int i = 0; i < 24; i++) {
            int a = i / 6; // shape (4, 2, 3) of what lies as (2, 3, 4)
            permuted[i] = i % 6 * 4 + a;
        }
        assertThat(tensors)
                .containsEntry("state_dict.strided", tensor(permuted, 4, 2, 3))
                .containsEntry("state_dict.tail", tensor(new float[] {4, 5}, 2))
                .containsEntry("state_dict.whole", tensor(new float[] {0, 1, 2, 3, 4, 5}, 6))
                .containsEntry("state_dict.half", tensor(new float[] {1.5f, -2, 65504, 0x1p-24f}, 4))
                .containsEntry("state_dict.brain", tensor(new float[] {1.5f, -2}, 2))
                .containsEntry("state_dict.double", tensor(new float[] {0.1f}, 1))
                .containsEntry("state_dict.count", tensor(new float[] {7}))
                .containsEntry("state_dict.flags", tensor(new float[] {1, 0}, 2))
                .containsEntry("state_dict.empty", tensor(new float[0], 0, 3))
                .containsEntry("nested.0.parameter", tensor(new float[] {2, 3}, 2))
                .hasSize(10);
    }

    @Test
    void parametersOfScriptedModules() {
        assertThat(WeightFile.read(resource("script.pt")))
                .containsEntry("first.weight", tensor(new float[] {0, 1, 2, 3, 4, 5}, 2, 3))
                .containsEntry("first.bias", tensor(new float[] {10, 11}, 2))
                .containsEntry("second.running_var", tensor(new float[] {1, 1}, 2));
    }

    @Test
    void arraysOfNumpyOfAnyOrderAndType() {
        assertThat(WeightFile.read(resource("arrays.npz")))
                .containsEntry("columns", tensor(new float[] {0, 1, 2, 3, 4, 5}, 2, 3))
                .containsEntry("half", tensor(new float[] {1.5f}, 1))
                .containsEntry("whole", tensor(new float[] {1, -2}, 1, 2))
                .containsEntry("scalar", tensor(new float[] {4}))
                .containsEntry("truth", tensor(new float[] {1}, 1));
    }

    @Test
    void safetensorsUnderAnyName() {
        Path file = folder.resolve("model.bin");
        Map<String, HostTensor> tensors = Map.of("a", tensor(new float[] {1, 2}, 2));
        Safetensors.write(file, tensors, Map.of());
        assertThat(WeightFile.read(file)).isEqualTo(tensors);
    }

    @ParameterizedTest
    @CsvSource({
        "evil-zip.pth, posix.system",
        "evil-legacy.pth, posix.system",
        "whole-module.pth, torch.nn.modules.linear.Linear"
    })
    void foreignConstructorsAreRefusedByName(String name, String constructor) {
        assertThatThrownBy(() -> WeightFile.read(resource(name)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(name)
                .hasMessageContaining(constructor)
                .hasMessageContaining("state_dict");
        assertThat(Path.of("/tmp/should-not-exist")).doesNotExist();
    }

    @Test
    void arraysOfObjectsAreRefused() {
        assertThatThrownBy(() -> WeightFile.read(resource("objects.npz")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("objects.npz");
    }

    @Test
    void otherFilesAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "these are not weights");
        assertThatThrownBy(() -> WeightFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("notes.txt")
                .hasMessageContaining(".safetensors");
        assertThatThrownBy(() -> WeightFile.read(folder.resolve("missing.pth")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not exist");
    }

    /** Whatever happens to a file, reading it ends with tensors or one sentence, not with an exhausted memory. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "zip.pth",
                "legacy.pth",
                "script.pt",
                "arrays.npz",
                "evil-legacy.pth",
                "own.safetensors",
                "own.npz"
            })
    void damagedFilesGiveSentences(String name) throws IOException {
        Path whole = folder.resolve(name);
        Map<String, HostTensor> own = Map.of("a", tensor(new float[] {1, 2, 3}, 3), "b", tensor(new float[] {4}, 1, 1));
        if (name.equals("own.safetensors")) {
            Safetensors.write(whole, own, Map.of());
        } else if (name.equals("own.npz")) {
            NpzFile.write(whole, own);
        } else {
            whole = resource(name);
        }
        byte[] sound = Files.readAllBytes(whole);
        Path broken = folder.resolve("broken-" + name);
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < 450; round++) {
            byte[] bytes = sound.clone();
            if (round % 3 == 0) {
                bytes = Arrays.copyOf(sound, random.nextInt(sound.length));
            } else {
                int changes = 1 + random.nextInt(4);
                for (int i = 0; i < changes; i++) {
                    bytes[random.nextInt(bytes.length)] = random.nextBoolean()
                            ? (byte) random.nextInt(256)
                            : (byte) (random.nextBoolean() ? 255 : 127);
                }
            }
            Files.write(broken, bytes);
            try {
                WeightFile.read(broken);
            } catch (UserError e) {
                assertThat(e.sentence()).contains("broken-" + name);
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(150);
    }

    /** One bit of one number: nothing but the checksum shows it. */
    @ParameterizedTest
    @CsvSource({"zip.pth, 5, data/", "script.pt, 11, data/", "own.npz, 7.25, b.npy"})
    void aDamagedEntryIsRefusedByName(String name, float inIt, String entry) throws IOException {
        Path whole = folder.resolve(name);
        if (name.equals("own.npz")) {
            NpzFile.write(whole, Map.of("a", tensor(new float[] {1}, 1), "b", tensor(new float[] {7.25f}, 1)));
        } else {
            Files.copy(resource(name), whole);
        }
        assertThat(WeightFile.read(whole)).isNotEmpty();
        byte[] bytes = Files.readAllBytes(whole);
        bytes[placeOf(inIt, bytes)] ^= 1;
        Files.write(whole, bytes);
        assertThatThrownBy(() -> WeightFile.read(whole))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(name)
                .hasMessageContaining(entry)
                .hasMessageContaining("CRC-32");
    }

    private static int placeOf(float value, byte[] bytes) {
        int bits = Float.floatToIntBits(value);
        for (int at = 0; at + 4 <= bytes.length; at++) {
            int here =
                    ByteBuffer.wrap(bytes, at, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
            if (here == bits) {
                return at;
            }
        }
        throw new IllegalArgumentException("There is no " + value + " in it.");
    }

    @Test
    void sizesBeyondTheFileAreRefusedBeforeMemoryIsTaken() {
        TensorBudget budget = new TensorBudget("some.npz", 1 << 20);
        assertThat(budget.take("a", new long[] {1 << 10, 1 << 7}, Float.BYTES)).isEqualTo(1 << 17);
        assertThatThrownBy(() -> budget.take("b", new long[] {1 << 10, 1 << 10}, Float.BYTES))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("some.npz")
                .hasMessageContaining("[1024, 1024]");
        assertThatThrownBy(() -> budget.take("b", new long[] {Long.MAX_VALUE, 2, 0}, 1))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> budget.take("b", new long[] {-1}, 1)).isInstanceOf(UserError.class);
    }

    /** The real file of PyTorch's time before zips. */
    @Test
    void realLegacyFile() {
        Path real = Path.of(System.getProperty("shared.dir", "nowhere"))
                .resolve(Path.of("weights", "resnet20-cifar10", "resnet20-12fca82f.th"));
        assumeTrue(Files.exists(real), () -> "skipped: there is no " + real);
        Map<String, HostTensor> tensors = WeightFile.read(real);
        long parameters = tensors.entrySet().stream()
                .filter(e -> e.getKey().matches(".*\\.(weight|bias)"))
                .mapToLong(e -> e.getValue().values().length)
                .sum();
        assertThat(parameters).isBetween(268_000L, 273_000L);
        assertThat(tensors.values()).allSatisfy(t -> {
            for (float value : t.values()) {
                assertThat(Math.abs(value)).isLessThan(1e6f);
            }
        });
    }

    private static HostTensor tensor(float[] values, long... shape) {
        return new HostTensor(values, shape);
    }
}
