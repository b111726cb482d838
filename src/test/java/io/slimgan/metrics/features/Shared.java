package io.slimgan.metrics.features;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.metrics.weights.NpzFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Real weights, images and golden values beside the project; tests that need them say so where they are not at hand. */
final class Shared {

    private Shared() {}

    static Path file(String first, String... more) {
        Path file = Path.of(System.getProperty("shared.dir", "nowhere")).resolve(Path.of(first, more));
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);
        return file;
    }

    static Map<String, HostTensor> golden(String name) {
        return NpzFile.read(file("golden", name));
    }

    static Map<String, HostTensor> partialWeights() {
        return NpzFile.read(file("weights", "inception-2015-12-05.partial.npz"));
    }

    /** The real weights with what is missing filled by the formula of the golden case: scale sin(0.37 k + 0.1). */
    static Map<String, HostTensor> filledWeights() {
        Map<String, HostTensor> weights = partialWeights();
        weights.putAll(missingWeights());
        return weights;
    }

    static Map<String, HostTensor> missingWeights() {
        return Map.of(
                "Mixed_7b.branch3x3dbl_2.weight", fill(0.02, 384, 448, 3, 3),
                "Mixed_7c.branch3x3dbl_2.weight", fill(0.02, 384, 448, 3, 3),
                "fc.weight", fill(0.05, 1008, 2048));
    }

    private static HostTensor fill(double scale, long... shape) {
        float[] values = new float[(int) HostTensor.elements(shape)];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) (scale * Math.sin(0.37 * k + 0.1));
        }
        return new HostTensor(values, shape);
    }

    /** (N, H, W, 3) whole numbers as images. */
    static RgbImages images(HostTensor nhwc) {
        byte[] pixels = new byte[nhwc.values().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) nhwc.values()[i];
        }
        int one = nhwc.shape().length - 3; // a single image has no N
        return new RgbImages(
                one == 0 ? 1 : (int) nhwc.shape()[0], (int) nhwc.shape()[one], (int) nhwc.shape()[one + 1], pixels);
    }

    /** The first images of one of CIFAR-10's binary files. */
    static RgbImages cifar(String name, int count) throws IOException {
        byte[] pixels = new byte[count * 3072];
        try (InputStream in = Files.newInputStream(file("data", "cifar-10-batches-bin", name))) {
            for (int n = 0; n < count; n++) {
                byte[] planes = in.readNBytes(3073);
                for (int p = 0; p < 1024; p++) {
                    for (int c = 0; c < 3; c++) {
                        pixels[(n * 1024 + p) * 3 + c] = planes[1 + c * 1024 + p];
                    }
                }
            }
        }
        return new RgbImages(count, 32, 32, pixels);
    }
}
