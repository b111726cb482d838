package io.slimgan.data.gallery;

import io.slimgan.data.ImageSet;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The images that a run would be trained with, be they in memory or read when they are wanted. */
record SetGallery(ImageSet set) implements Gallery {

    @Override
    public String name() {
        return set.name();
    }

    @Override
    public int size() {
        return set.size();
    }

    @Override
    public int imageSize() {
        return set.imageSize();
    }

    @Override
    public List<String> classNames() {
        return set.classNames();
    }

    @Override
    public int label(int index) {
        return set.label(index);
    }

    @Override
    public List<String> notes() {
        return set.notes();
    }

    @Override
    public String nameOf(int index) {
        return set.source().map(source -> source.nameOf(index)).orElseGet(() -> "index " + index);
    }

    @Override
    public boolean isOnDemand() {
        return set.source().isPresent();
    }

    /** Straight from the file where there is one: the set itself puts another in place of a broken one. */
    @Override
    public byte[] image(int index) throws BrokenImageException, IOException {
        Optional<ImageSource> source = set.source();
        return source.isPresent() ? source.get().image(index) : set.pick(index).pixels();
    }

    @Override
    public void close() {
        set.close();
    }
}
