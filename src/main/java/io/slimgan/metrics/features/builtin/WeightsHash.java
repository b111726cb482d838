package io.slimgan.metrics.features.builtin;

import io.slimgan.base.HostTensor;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A name for weights by their content. */
final class WeightsHash {

    private WeightsHash() {}

    /** SHA-256 of the tensors' names, shapes and values in the order of the names, lower-case hex. */
    static String of(Map<String, HostTensor> weights) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            // Equal content gives equal bytes in this format, so that nothing else has to be agreed upon.
            Safetensors.write(new DigestOutputStream(OutputStream.nullOutputStream(), digest), weights, Map.of());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
    }
}
