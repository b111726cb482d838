package io.slimgan.data.download;

import io.slimgan.base.FileProblems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is known of a file's content.
 *
 * @param algorithm as Java calls it, such as SHA-256 or MD5
 * @param prefix lower-case hex digits with which the sum begins; all of them where they are known
 */
public record Checksum(String algorithm, String prefix) {

    /** Whether a file's sum begins so. */
    public boolean fits(Path file) {
        return sum(file).startsWith(prefix);
    }

    /** The file's whole sum in lower-case hex. */
    public String sum(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(algorithm, e);
        }
    }
}
