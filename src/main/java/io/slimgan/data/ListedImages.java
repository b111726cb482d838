package io.slimgan.data;

import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.files.ImageListing;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The image files of a large folder, each cut to its centred square and resized when it is wanted.
 *
 * @param files all of them
 * @param imageSize height and width in pixels
 */
record ListedImages(List<ImageListing.Entry> files, int imageSize) implements ImageSource {

    static ImageSet open(String name, ImageListing listing, int imageSize) {
        List<String> notes = new ArrayList<>(listing.notes());
        notes.add("So many images are decoded when they are first needed; broken ones are named then.");
        int[] labels = listing.classNames().isEmpty()
                ? new int[0]
                : listing.files().stream().mapToInt(ImageListing.Entry::label).toArray();
        return MadeImages.open(
                name,
                imageSize,
                new ListedImages(listing.files(), imageSize),
                MadeImages.Labels.of(labels, listing.classNames()),
                notes);
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public String nameOf(int index) {
        return files.get(index).shownName();
    }

    @Override
    public byte[] image(int index) throws BrokenImageException, IOException {
        return Resampler.squareOf(ImageDecoder.decode(files.get(index).path()).image(), imageSize)
                .pixels();
    }

    @Override
    public void close() {
        // Nothing stays open between two files.
    }
}
