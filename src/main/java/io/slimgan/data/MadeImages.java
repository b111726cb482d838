package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.pixels.KeptPixels;
import io.slimgan.data.pixels.Levels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Images of a large set, each decoded when it is first wanted and then kept: the set opens as soon as its files are
 * listed. In place of a file that proves broken stands the next one of the same class, so what a batch holds depends on
 * the files alone, and a run does not end for one bad file among 200,000; the notes name it.
 */
final class MadeImages implements ImageSet {

    private static final Logger LOG = LoggerFactory.getLogger(MadeImages.class);

    /** So many in a row are no accident: the disk is gone, or these are no such images. */
    private static final int TRIES = 100;

    private static final int NAMED_FILES = 50;

    private final String name;
    private final int imageSize;
    private final ImageSource source;
    private final Labels labels;
    private final List<String> notes;
    private final KeptPixels kept;
    private final Map<Integer, String> broken = new ConcurrentSkipListMap<>();
    private volatile boolean closed;

    /** The classes of the images. */
    interface Labels {

        /** The class of an image, -1 for none. */
        int of(int index);

        /** The names of the classes. */
        List<String> names();

        /** Of a set without classes. */
        static Labels none() {
            return of(new int[0], List.of());
        }

        /** One per image, or none at all. */
        static Labels of(int[] labels, List<String> names) {
            return new Labels() {
                @Override
                public int of(int index) {
                    return labels.length == 0 ? -1 : labels[index];
                }

                @Override
                public List<String> names() {
                    return names;
                }
            };
        }
    }

    private MadeImages(String name, int imageSize, ImageSource source, Labels labels, List<String> notes) {
        this.name = name;
        this.imageSize = imageSize;
        this.source = source;
        this.labels = labels;
        this.notes = List.copyOf(notes);
        this.kept = KeptPixels.create(source.count(), imageSize * imageSize * 3);
    }

    /**
     * Takes a source over, and looks at its first image.
     *
     * @throws UserError if neither that nor any of those after it can be decoded; the source is closed then
     */
    static ImageSet open(String name, int imageSize, ImageSource source, Labels labels, List<String> notes) {
        MadeImages set = new MadeImages(name, imageSize, source, labels, notes);
        try {
            set.image(0);
            return set;
        } catch (UserError e) {
            set.close();
            throw e;
        }
    }

    private byte[] image(int index) {
        if (closed) {
            throw new IllegalStateException("The image set " + name + " is closed.");
        }
        int at = index;
        for (int tries = 0; tries < Math.min(TRIES, size()); tries++) {
            Optional<byte[]> found = intact(at);
            if (found.isPresent()) {
                return found.get();
            }
            at = next(at);
        }
        throw new UserError("Neither " + source.nameOf(index) + " nor any of the images after it can be decoded: "
                + broken.getOrDefault(index, "its file is damaged") + ".");
    }

    private Optional<byte[]> intact(int index) {
        if (broken.containsKey(index)) {
            return Optional.empty();
        }
        Optional<byte[]> known = kept.get(index);
        if (known.isPresent()) {
            return known;
        }
        try {
            byte[] made = source.image(index);
            kept.keep(index, made);
            return Optional.of(made);
        } catch (BrokenImageException e) {
            broke(index, e.reason());
        } catch (IOException e) {
            broke(index, Failures.reason(e));
        }
        return Optional.empty();
    }

    private void broke(int index, String reason) {
        if (closed) {
            throw new IllegalStateException("The image set " + name + " is closed.");
        }
        if (broken.put(index, reason) == null) {
            LOG.warn("{}: {} is skipped: {}", name, source.nameOf(index), reason);
        }
    }

    /** The next place of the same class, round in a circle. */
    private int next(int index) {
        int at = (index + 1) % size();
        while (labels.of(at) != labels.of(index)) {
            at = (at + 1) % size();
        }
        return at;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return source.count();
    }

    @Override
    public int imageSize() {
        return imageSize;
    }

    @Override
    public void copyTo(int index, float[] nchw, int at) {
        Levels.toPlanes(image(index), nchw, at);
    }

    @Override
    public int label(int index) {
        return labels.of(index);
    }

    @Override
    public List<String> classNames() {
        return labels.names();
    }

    /** What was known at the opening, and the files that have proved broken since. */
    @Override
    public List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        broken.entrySet().stream()
                .limit(NAMED_FILES)
                .map(file -> source.nameOf(file.getKey()) + " is skipped: " + file.getValue() + ".")
                .forEach(all::add);
        if (broken.size() > NAMED_FILES) {
            all.add((broken.size() - NAMED_FILES) + " more broken files are skipped.");
        }
        return all;
    }

    @Override
    public Optional<ImageSource> source() {
        return Optional.of(source);
    }

    @Override
    public RgbImages pick(int... indices) {
        return Picked.of(this::image, imageSize, indices);
    }

    @Override
    public void close() {
        closed = true;
        kept.close();
        source.close();
    }
}
