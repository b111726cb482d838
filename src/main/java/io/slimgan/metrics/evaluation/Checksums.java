package io.slimgan.metrics.evaluation;

import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** SHA-256 in lower-case hex of what decides a measurement. Pure functions. */
public final class Checksums {

    private Checksums() {}

    /** Of weights, the same as of the checkpoint's file that holds them. */
    public static String of(Map<String, HostTensor> weights) {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Safetensors.write(out, weights, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex(digest);
    }

    /** Of texts, told apart from any other texts. */
    public static String of(List<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return hex(digest);
    }

    /** Of a file's bytes. */
    public static String of(Path file) {
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        return hex(digest);
    }

    /** Of the images that a plan measures of a source. */
    public static String of(PictureSource source, MeasuringPlan plan) {
        int count = Math.min(source.size(), Math.max(plan.samples(), plan.inceptionSamples()));
        return ofPictures(source, RealFeatures.chosen(plan.seed(), source.size(), count));
    }

    /** Of images in an order, with their sizes. */
    static String ofPictures(PictureSource source, int... indices) {
        MessageDigest digest = sha256();
        for (int index : indices) {
            RgbImages image = source.picture(index);
            digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(image.height())
                    .putInt(image.width())
                    .array());
            digest.update(image.pixels());
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
