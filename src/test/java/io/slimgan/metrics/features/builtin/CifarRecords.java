package io.slimgan.metrics.features.builtin;

import io.slimgan.base.RgbImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Labelled images of CIFAR-10's binary files: the training batches and the test batch, which training never reads.
 *
 * @param images (N, 32, 32, 3)
 * @param labels the class of each image
 */
record CifarRecords(RgbImages images, int[] labels) {

    private static final int PLANE = 32 * 32;
    private static final int RECORD = 1 + 3 * PLANE;

    /** All training images of {@code data_batch_1.bin} to {@code data_batch_5.bin}. */
    static CifarRecords training(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            files.add(folder.resolve("data_batch_" + i + ".bin"));
        }
        return read(files);
    }

    /** The images of {@code test_batch.bin}. */
    static CifarRecords test(Path folder) throws IOException {
        return read(List.of(folder.resolve("test_batch.bin")));
    }

    private static CifarRecords read(List<Path> files) throws IOException {
        int count = 0;
        for (Path file : files) {
            count += (int) (Files.size(file) / RECORD);
        }
        int[] labels = new int[count];
        byte[] pixels = new byte[count * 3 * PLANE];
        int image = 0;
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (int at = 0; at + RECORD <= bytes.length; at += RECORD, image++) {
                labels[image] = bytes[at];
                for (int p = 0; p < 3 * PLANE; p++) {
                    pixels[(image * PLANE + p % PLANE) * 3 + p / PLANE] = bytes[at + 1 + p];
                }
            }
        }
        return new CifarRecords(new RgbImages(count, 32, 32, pixels), labels);
    }

    int count() {
        return images.count();
    }

    /** Chosen images with their labels, copied. */
    CifarRecords pick(List<Integer> which) {
        int size = 3 * PLANE;
        int[] chosen = new int[which.size()];
        byte[] pixels = new byte[which.size() * size];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = labels[which.get(i)];
            System.arraycopy(images.pixels(), which.get(i) * size, pixels, i * size, size);
        }
        return new CifarRecords(new RgbImages(chosen.length, 32, 32, pixels), chosen);
    }
}
