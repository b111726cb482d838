package io.slimgan.data.catalogue;

import io.slimgan.data.download.Checksum;
import java.net.URI;
import java.util.List;

/**
 * One file as its authors publish it.
 *
 * @param name which it must have on the disk
 * @param addresses where it may be fetched without asking anybody, the official one first; none where that takes a login
 * @param bytes its exact size
 * @param md5 of its content, 32 lower-case hex digits
 */
public record PublishedFile(String name, List<URI> addresses, long bytes, String md5) {

    public PublishedFile {
        addresses = List.copyOf(addresses);
    }

    /** What its content must sum up to. */
    public Checksum checksum() {
        return new Checksum("MD5", md5);
    }
}
