package io.slimgan.data.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What must be known of a JPEG file beside its pixels.
 *
 * @param components the number of colour components: 1 grey, 3 colour, 4 for print
 * @param adobeTransform the colour transform of Adobe's marker: 0 none, 2 YCCK; -1 without that marker
 * @param orientation EXIF's 1 to 8, 1 where the file says nothing
 */
record JpegHeader(int components, int adobeTransform, int orientation) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int ORIENTATION_TAG = 0x112;

    /** Whether a file begins as a JPEG file does. */
    static boolean isJpeg(byte[] file) {
        return file.length > 3 && (file[0] & 255) == 0xFF && (file[1] & 255) == 0xD8 && (file[2] & 255) == 0xFF;
    }

    /** Reads the segments before the first scan; a damaged one ends the search, the decoder will find it. */
    static JpegHeader of(byte[] file) {
        int components = 3;
        int transform = -1;
        int orientation = Orientation.UPRIGHT;
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 255) == 0xFF) {
            int marker = file[at + 1] & 255;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = (file[at + 2] & 255) << 8 | file[at + 3] & 255;
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > file.length) {
                break;
            }
            ByteBuffer segment = ByteBuffer.wrap(file, at + 4, length - 2).slice();
            if (isFrame(marker) && segment.limit() > 5) {
                components = segment.get(5) & 255;
            } else if (marker == APP14 && startsWith(segment, "Adobe") && segment.limit() > 11) {
                transform = segment.get(11) & 255;
            } else if (marker == APP1 && startsWith(segment, "Exif\0\0")) {
                orientation = orientation(segment.position(6).slice());
            }
            at += 2 + length;
        }
        return new JpegHeader(components, transform, orientation);
    }

    /** Start-of-frame markers are C0 to CF without the tables DHT, JPG and DAC. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean startsWith(ByteBuffer segment, String text) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < expected.length; i++) {
            if (i >= segment.limit() || segment.get(i) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** The orientation of a TIFF structure's first directory. */
    private static int orientation(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return Orientation.UPRIGHT;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (directory + 2 > tiff.limit()) {
            return Orientation.UPRIGHT;
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + i * 12;
            if (entry + 12 > tiff.limit()) {
                break;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION_TAG) {
                return tiff.getShort(entry + 8) & 0xFFFF;
            }
        }
        return Orientation.UPRIGHT;
    }
}
