package io.slimgan.metrics.evaluation;

import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Sha256;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.runs.tensors.Safetensors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/** SHA-256 in lower-case hex of what decides a measurement. Pure functions, for any thread. */
public final class Checksums {

    private Checksums() {}

    /** Of weights, the same as of the checkpoint's file that holds them. */
    public static String of(Map<String, HostTensor> weights) {
        return Safetensors.sha256(weights);
    }

    /** Of texts, told apart from any other texts. */
    public static String of(List<String> texts) {
        MessageDigest digest = Sha256.begin();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return Sha256.hex(digest);
    }

    /**
     * Of a file's bytes.
     *
     * @throws io.slimgan.base.UserError if it cannot be read
     */
    public static String of(Path file) {
        MessageDigest digest = Sha256.begin();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, out);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        return Sha256.hex(digest);
    }

    /**
     * Of the images that a plan measures of a source, by its first seed.
     *
     * @throws io.slimgan.base.UserError if one of them cannot be read
     */
    public static String of(PictureSource source, MeasuringPlan plan) {
        int count = Math.min(source.size(), Math.max(plan.samples(), plan.inceptionSamples()));
        return ofPictures(source, RealFeatures.chosen(plan.seed(), source.size(), count));
    }

    /** Of images in an order, with their sizes. */
    static String ofPictures(PictureSource source, int... indices) {
        MessageDigest digest = Sha256.begin();
        for (int index : indices) {
            RgbImages image = source.picture(index);
            digest.update(ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(image.height())
                    .putInt(image.width())
                    .array());
            digest.update(image.pixels());
        }
        return Sha256.hex(digest);
    }
}
