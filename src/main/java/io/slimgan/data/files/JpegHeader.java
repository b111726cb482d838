package io.slimgan.data.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a JPEG file beside its pixels.
 *
 * @param components the number of colour components: 1 grey, 3 colour, 4 for print
 * @param adobeTransform the colour transform of Adobe's marker: 0 none, 2 YCCK; -1 without that marker
 * @param orientation EXIF's 1 to 8, 1 where the file says nothing
 */
record JpegHeader(int components, int adobeTransform, int orientation) {

    private static final int START_OF_SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
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
        for (Segment segment : segments(file)) {
            ByteBuffer content = segment.content(file);
            if (isFrame(segment.marker) && content.limit() > 5) {
                components = content.get(5) & 255;
            } else if (segment.marker == APP14 && startsWith(content, "Adobe") && content.limit() > 11) {
                transform = content.get(11) & 255;
            } else if (segment.marker == APP1 && startsWith(content, "Exif\0\0")) {
                orientation = orientation(content.position(6).slice());
            }
        }
        return new JpegHeader(components, transform, orientation);
    }

    /**
     * The file without notes, thumbnails and colour profiles. The decoder would convert every pixel by the profile, at
     * ten times the cost and unlike Pillow, and stumbles over damaged ones.
     */
    static byte[] pixelsOnly(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        int from = 0;
        for (Segment segment : segments(file)) {
            if (isExtra(segment.marker)) {
                kept.write(file, from, segment.start - from);
                from = segment.end;
            }
        }
        kept.write(file, from, file.length - from);
        return kept.toByteArray();
    }

    /** One piece of a file before the first scan, from its marker's FF on. */
    private record Segment(int marker, int start, int end) {

        ByteBuffer content(byte[] file) {
            return ByteBuffer.wrap(file, start + 4, end - start - 4).slice();
        }
    }

    private static List<Segment> segments(byte[] file) {
        List<Segment> segments = new ArrayList<>();
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 255) == 0xFF) {
            int marker = file[at + 1] & 255;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int end = at + 2 + ((file[at + 2] & 255) << 8 | file[at + 3] & 255);
            if (marker == START_OF_SCAN || end < at + 4 || end > file.length) {
                break;
            }
            segments.add(new Segment(marker, at, end));
            at = end;
        }
        return segments;
    }

    /** Comments and what applications add, but for the two that say how colours are stored. */
    private static boolean isExtra(int marker) {
        return marker == COMMENT || marker > APP0 && marker <= APP15 && marker != APP14;
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
