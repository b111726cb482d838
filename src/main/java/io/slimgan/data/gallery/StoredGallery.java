package io.slimgan.data.gallery;

import io.slimgan.data.ImageSet;
import java.util.List;
import java.util.Locale;

/** A set that is in memory as a whole. */
record StoredGallery(ImageSet set) implements Gallery {

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
        return String.format(Locale.ROOT, "no. %d", index);
    }

    @Override
    public boolean isOnDemand() {
        return false;
    }

    @Override
    public byte[] image(int index) {
        return set.pick(index).pixels();
    }

    @Override
    public byte[] content(int index) {
        return image(index);
    }

    @Override
    public void close() {
        set.close();
    }
}
