package io.slimgan.nn.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a TorchScript archive (PyTorch's zip of two small pickles and source text) for a module without parameters.
 *
 * <p>The Java binding lacks transposed convolution, functional gradients and batched updates; the engine has them all
 * and runs them from such an archive.
 */
final class ScriptArchive {

    /** A pickle, protocol 2, of an empty instance of {@code __torch__.<class>} whose only state is training = true. */
    private static final String MODULE_PICKLE_HEAD = "\u0080\u0002c__torch__\n";

    private ScriptArchive() {}

    /** The bytes of an archive whose module class {@code className} is defined by {@code code}. */
    static byte[] of(String className, String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED); // the engine maps the entries, so they may not be compressed
            put(zip, "ops/data.pkl", modulePickle(className));
            put(zip, "ops/code/__torch__.py", code.getBytes(StandardCharsets.UTF_8));
            put(zip, "ops/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            put(zip, "ops/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    private static byte[] modulePickle(String className) throws IOException {
        ByteArrayOutputStream pickle = new ByteArrayOutputStream();
        pickle.write((MODULE_PICKLE_HEAD + className + "\n)\u0081}(").getBytes(StandardCharsets.ISO_8859_1));
        key(pickle, "training");
        pickle.write(0x88);
        key(pickle, "_is_full_backward_hook");
        pickle.write('N');
        pickle.write("ub.".getBytes(StandardCharsets.US_ASCII));
        return pickle.toByteArray();
    }

    private static void key(ByteArrayOutputStream pickle, String name) throws IOException {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        pickle.write('X');
        for (int shift = 0; shift < 32; shift += 8) {
            pickle.write(text.length >> shift);
        }
        pickle.write(text);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same bytes every time
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
