package io.slimgan.data.gallery;

import io.slimgan.base.FileProblems;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.gallery.Findings.Broken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Looks at every image of a set once: levels, duplicates, broken files. Keeps sums and hashes, never the images. */
public final class GalleryCheck {

    /** Images that are decoded side by side before any is counted: enough for every core, little memory. */
    private static final int GROUP = 256;

    /** 128 of the 256 bits: two images of a million share them by chance once in 10^26 sets. */
    private record Key(long high, long low) {}

    /** What one image adds. */
    private record Seen(int index, long[] sums, long[] squares, boolean grey, Key key, String problem) {}

    private final Gallery gallery;
    private final long[] sums = new long[3];
    private final long[] squares = new long[3];
    private final Map<Key, List<Integer>> places = new LinkedHashMap<>();
    private final List<Broken> broken = new ArrayList<>();
    private boolean grey = true;
    private int checked;

    private GalleryCheck(Gallery gallery) {
        this.gallery = gallery;
    }

    /**
     * Checks a whole set; seconds for sets in memory, minutes for hundreds of thousands of files.
     *
     * @param progress hears how far it is, in images, and may end it
     * @throws CancellationException if {@code progress} said so
     */
    public static Findings of(Gallery gallery, ProgressListener progress) {
        GalleryCheck check = new GalleryCheck(gallery);
        int size = gallery.size();
        for (int from = 0; from < size; from += GROUP) {
            if (!progress.progress("Checking images", from, size)) {
                throw new CancellationException("The check was cancelled.");
            }
            IntStream.range(from, Math.min(size, from + GROUP))
                    .parallel()
                    .mapToObj(check::look)
                    .toList()
                    .forEach(check::count);
        }
        return check.findings();
    }

    private Seen look(int index) {
        long[] sum = new long[3];
        long[] square = new long[3];
        try {
            byte[] pixels = gallery.image(index);
            boolean allGrey = levels(pixels, sum, square);
            return new Seen(index, sum, square, allGrey, key(gallery.content(index, pixels)), "");
        } catch (BrokenImageException e) {
            return new Seen(index, sum, square, true, new Key(0, 0), e.reason());
        } catch (IOException e) {
            return new Seen(index, sum, square, true, new Key(0, 0), FileProblems.reason(e));
        }
    }

    private static boolean levels(byte[] pixels, long[] sum, long[] square) {
        boolean allGrey = true;
        for (int p = 0; p < pixels.length; p += 3) {
            for (int c = 0; c < 3; c++) {
                int level = pixels[p + c] & 255;
                sum[c] += level;
                square[c] += (long) level * level;
            }
            allGrey &= pixels[p] == pixels[p + 1] && pixels[p] == pixels[p + 2];
        }
        return allGrey;
    }

    private static Key key(byte[] content) {
        try {
            ByteBuffer sum =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(content));
            return new Key(sum.getLong(), sum.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    private void count(Seen seen) {
        if (!seen.problem.isEmpty()) {
            broken.add(new Broken(seen.index, seen.problem));
            return;
        }
        for (int c = 0; c < 3; c++) {
            sums[c] += seen.sums[c];
            squares[c] += seen.squares[c];
        }
        grey &= seen.grey;
        checked++;
        places.computeIfAbsent(seen.key, key -> new ArrayList<>(1)).add(seen.index);
    }

    private Findings findings() {
        double pixels = (double) Math.max(1, checked) * gallery.imageSize() * gallery.imageSize();
        List<Double> mean = new ArrayList<>();
        List<Double> deviation = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            double average = sums[c] / pixels;
            mean.add(average);
            deviation.add(Math.sqrt(Math.max(0, squares[c] / pixels - average * average)));
        }
        List<List<Integer>> duplicates =
                places.values().stream().filter(group -> group.size() > 1).toList();
        return new Findings(checked, grey && checked > 0, mean, deviation, duplicates, broken);
    }
}
