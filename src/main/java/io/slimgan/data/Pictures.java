package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.files.ImageListing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The image files of a folder at their own sizes, decoded when they are asked for. For any thread. */
public final class Pictures {

    private final String name;
    private final List<ImageListing.Entry> files;

    private Pictures(String name, List<ImageListing.Entry> files) {
        this.name = name;
        this.files = files;
    }

    /**
     * Lists a folder and the class folders below it, in natural order of the names.
     *
     * @throws UserError if it cannot be listed or holds no image file
     */
    public static Pictures in(Path folder) {
        try {
            List<ImageListing.Entry> files = ImageListing.of(folder).files();
            if (files.isEmpty()) {
                throw new UserError(folder + " holds no image files (JPEG, PNG, BMP or GIF), neither itself nor in"
                        + " folders below it; name a folder with images.");
            }
            Path last = folder.toAbsolutePath().normalize().getFileName();
            return new Pictures(last == null ? folder.toString() : last.toString(), files);
        } catch (IOException e) {
            throw new UserError(folder + " could not be listed: " + Failures.reason(e) + ".", e);
        }
    }

    /** The folder's name. */
    public String name() {
        return name;
    }

    /** The number of files, at least 1. */
    public int size() {
        return files.size();
    }

    /**
     * One picture.
     *
     * @throws UserError if the file cannot be decoded: a number over fewer images than it says would be wrong
     */
    public RgbImages picture(int index) {
        ImageListing.Entry file = files.get(index);
        try {
            return ImageDecoder.decode(file.path()).image();
        } catch (BrokenImageException e) {
            throw new UserError(
                    file.path() + " cannot be measured: " + e.reason() + ". Repair it or take it out of the folder.",
                    e);
        } catch (IOException e) {
            throw new UserError(file.path() + " cannot be read: " + Failures.reason(e) + ".", e);
        }
    }
}
