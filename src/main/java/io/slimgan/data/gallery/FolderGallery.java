package io.slimgan.data.gallery;

import io.slimgan.base.UserError;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.files.ImageListing;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder of image files: only listed at first, however few, so that broken ones have their place and their name. */
final class FolderGallery implements Gallery {

    private final String name;
    private final int imageSize;
    private final ImageListing listing;

    private FolderGallery(String name, int imageSize, ImageListing listing) {
        this.name = name;
        this.imageSize = imageSize;
        this.listing = listing;
    }

    static Gallery open(String name, Path folder, int imageSize, ProgressListener progress) throws IOException {
        ImageListing listing = ImageListing.of(folder, seen -> progress.progress("Listing files", seen, 0));
        if (listing.files().isEmpty()) {
            throw new UserError(folder + " holds no image files (JPEG, PNG, BMP or GIF), neither itself nor in folders "
                    + "below it; data.path must name a folder with images.");
        }
        return new FolderGallery(name, imageSize, listing);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int size() {
        return listing.files().size();
    }

    @Override
    public int imageSize() {
        return imageSize;
    }

    @Override
    public List<String> classNames() {
        return listing.classNames();
    }

    @Override
    public int label(int index) {
        return listing.files().get(index).label();
    }

    @Override
    public List<String> notes() {
        return listing.notes();
    }

    @Override
    public String nameOf(int index) {
        return listing.files().get(index).shownName();
    }

    @Override
    public boolean isOnDemand() {
        return true;
    }

    @Override
    public byte[] image(int index) throws BrokenImageException, IOException {
        Path file = listing.files().get(index).path();
        return Resampler.squareOf(ImageDecoder.decode(file).image(), imageSize).pixels();
    }

    @Override
    public byte[] content(int index, byte[] pixels) throws IOException {
        return Files.readAllBytes(listing.files().get(index).path());
    }

    @Override
    public void close() {
        // Nothing is held open.
    }
}
