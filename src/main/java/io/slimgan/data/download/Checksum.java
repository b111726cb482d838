package io.slimgan.data.download;

import io.slimgan.base.FileProblems;
import io.slimgan.data.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;

/**
 * What is known of a file's content.
 *
 * @param algorithm as Java calls it, such as SHA-256 or MD5
 * @param prefix lower-case hex digits with which the sum begins; all of them where they are known
 */
public record Checksum(String algorithm, String prefix) {

    /** Whether a file's sum begins so. */
    public boolean fits(Path file) {
        return fits(file, ProgressListener.none());
    }

    /**
     * Whether a file's sum begins so; seconds for a file of some GB.
     *
     * @throws CancellationException if the listener ended it
     */
    public boolean fits(Path file, ProgressListener listener) {
        return sum(file, listener).startsWith(prefix);
    }

    /** The file's whole sum in lower-case hex. */
    public String sum(Path file) {
        return sum(file, ProgressListener.none());
    }

    private String sum(Path file, ProgressListener listener) {
        try (InputStream in = Files.newInputStream(file)) {
            long total = Files.size(file);
            long done = 0;
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] chunk = new byte[1 << 20];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
                done += count;
                if (!listener.progress("Checking " + algorithm, Math.min(done, total), total)) {
                    throw new CancellationException("The check was cancelled.");
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }
}
