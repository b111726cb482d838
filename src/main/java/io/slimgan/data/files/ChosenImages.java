package io.slimgan.data.files;

import java.io.IOException;

/** Some of another source's images. */
final class ChosenImages implements ImageSource {

    private final ImageSource all;
    private final int[] places;

    ChosenImages(ImageSource all, int... places) {
        this.all = all;
        this.places = places.clone();
    }

    @Override
    public int count() {
        return places.length;
    }

    @Override
    public String nameOf(int index) {
        return all.nameOf(places[index]);
    }

    @Override
    public byte[] image(int index) throws BrokenImageException, IOException {
        return all.image(places[index]);
    }

    @Override
    public void close() {
        all.close();
    }
}
