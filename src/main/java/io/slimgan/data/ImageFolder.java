package io.slimgan.data;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.files.DecodedImage;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.files.ImageListing;
import io.slimgan.data.pixels.PixelWriter;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * A folder of image files: each is cut to its centred square and resized (method G). Files that cannot be decoded are
 * named in the set's notes and left out.
 */
final class ImageFolder {

    /** Files that are decoded side by side before any of them is stored: enough for every core, little memory. */
    private static final int GROUP = 64;

    /** Up to so many files are decoded at the opening, in a minute or less; more of them when they are first wanted. */
    static final int AT_ONCE = 20_000;

    private static final int NAMED_FILES = 50;

    private final int imageSize;
    private final List<Integer> labels = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int transparent;

    /**
     * One file's outcome.
     *
     * @param pixels H * W * 3 bytes; null for a broken file
     * @param transparent whether the file has transparency
     * @param problem why there are no pixels, empty otherwise
     */
    private record Outcome(byte @Nullable [] pixels, boolean transparent, String problem) {}

    private ImageFolder(int imageSize) {
        this.imageSize = imageSize;
    }

    static ImageSet open(Path folder, DataSettings settings, ProgressListener progress) {
        ImageListing listing = list(folder);
        if (listing.files().isEmpty()) {
            throw new UserError(folder + " holds no image files (JPEG, PNG, BMP or GIF), neither itself nor in folders "
                    + "below it; data.path must name a folder with images.");
        }
        if (listing.files().size() > AT_ONCE) {
            return ListedImages.open(name(folder), listing, settings.imageSize());
        }
        ImageFolder reader = new ImageFolder(settings.imageSize());
        try (PixelWriter pixels = PixelWriter.create(settings.imageSize())) {
            reader.readAll(listing.files(), pixels, progress);
            if (pixels.count() == 0) {
                throw new UserError("None of the " + listing.files().size() + " image files in " + folder
                        + " can be decoded; the first one: " + reader.broken.get(0));
            }
            int[] labels = listing.classNames().isEmpty()
                    ? new int[0]
                    : reader.labels.stream().mapToInt(Integer::intValue).toArray();
            List<String> notes = reader.notes(listing.notes());
            return new StoredImages(
                    name(folder), settings.imageSize(), pixels.finish(), labels, listing.classNames(), notes);
        }
    }

    private static ImageListing list(Path folder) {
        try {
            return ImageListing.of(folder);
        } catch (IOException e) {
            throw new UserError(folder + " could not be listed: " + Failures.reason(e) + ".", e);
        }
    }

    private static String name(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    private void readAll(List<ImageListing.Entry> files, PixelWriter pixels, ProgressListener progress) {
        for (int from = 0; from < files.size(); from += GROUP) {
            if (!progress.progress("Reading images", from, files.size())) {
                throw new CancellationException("Reading images was cancelled.");
            }
            List<ImageListing.Entry> group = files.subList(from, Math.min(from + GROUP, files.size()));
            List<Outcome> outcomes = group.parallelStream().map(this::read).toList();
            for (int i = 0; i < group.size(); i++) {
                take(group.get(i), outcomes.get(i), pixels);
            }
        }
    }

    private Outcome read(ImageListing.Entry file) {
        try {
            DecodedImage decoded = ImageDecoder.decode(file.path());
            byte[] pixels = Resampler.squareOf(decoded.image(), imageSize).pixels();
            return new Outcome(pixels, decoded.transparent(), "");
        } catch (BrokenImageException e) {
            return new Outcome(null, false, e.reason());
        } catch (IOException e) {
            return new Outcome(null, false, Failures.reason(e));
        }
    }

    private void take(ImageListing.Entry file, Outcome outcome, PixelWriter pixels) {
        byte[] image = outcome.pixels();
        if (image == null) {
            broken.add(file.shownName() + " is skipped: " + outcome.problem() + ".");
            return;
        }
        pixels.add(image);
        labels.add(file.label());
        transparent += outcome.transparent() ? 1 : 0;
    }

    private List<String> notes(List<String> found) {
        List<String> notes = new ArrayList<>(found);
        if (transparent > 0) {
            notes.add((transparent == 1 ? "1 image has" : transparent + " images have")
                    + " transparency, which is left out.");
        }
        notes.addAll(broken.subList(0, Math.min(NAMED_FILES, broken.size())));
        if (broken.size() > NAMED_FILES) {
            notes.add((broken.size() - NAMED_FILES) + " more broken files are skipped.");
        }
        return notes;
    }
}
