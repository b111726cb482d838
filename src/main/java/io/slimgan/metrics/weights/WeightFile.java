package io.slimgan.metrics.weights;

import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Tensors of a weight file of any known format: NumPy's npz, PyTorch's files (with and without zip), TorchScript and
 * safetensors. The content tells the format; the name does not matter. For any thread.
 */
public final class WeightFile {

    private static final int PICKLE_PROTOCOL = 0x80;
    private static final long MOST_HEADER = 100_000_000; // safetensors' own limit

    private WeightFile() {}

    /**
     * Every tensor of a file by its name in the file, as float32, row-major.
     *
     * @throws UserError if the file cannot be read, is damaged, or is of no known format
     */
    public static Map<String, HostTensor> read(Path file) {
        byte[] head;
        long size;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(9);
            size = Files.size(file);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        if (head.length == 9 && head[0] == 'P' && head[1] == 'K') {
            return isNumpy(file) ? NpzFile.read(file) : TorchFile.readZip(file);
        }
        if (head.length == 9 && (head[0] & 255) == PICKLE_PROTOCOL) {
            return TorchFile.readLegacy(file);
        }
        if (head.length == 9 && head[8] == '{') {
            long header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong();
            if (header >= 2 && header <= Math.min(MOST_HEADER, size)) {
                new TensorBudget(file.toString()).take("data", new long[] {size}, 1);
                return Safetensors.readNumbers(file);
            }
        }
        throw new UserError("The file " + file + " is of no known format: weights are read from .npz, .safetensors, and"
                + " PyTorch's .pth, .pt and TorchScript files.");
    }

    private static boolean isNumpy(Path file) {
        try (ZipEntries zip = ZipEntries.open(file)) {
            return zip.names().stream().anyMatch(name -> name.endsWith(".npy"));
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }
}
