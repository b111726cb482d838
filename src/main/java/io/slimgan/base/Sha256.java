package io.slimgan.base;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, by which weights, images and settings are told apart. Pure functions, for any thread. */
public final class Sha256 {

    private Sha256() {}

    /** A new digest, to be fed by one thread. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** The 64 lower-case hex digits of all that a digest was fed, which begins again after this. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
