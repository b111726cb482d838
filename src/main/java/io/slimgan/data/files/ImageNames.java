package io.slimgan.data.files;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The names of the image files in one folder itself. For any thread; asks the disk, and opens no file. */
public final class ImageNames {

    private ImageNames() {}

    /**
     * Lists a folder.
     *
     * @param found hears before each file how many images there are so far; what it throws ends the listing
     * @return sorted by their letters' codes, as Python sorts
     * @throws UserError if it cannot be listed
     */
    public static List<String> in(Path folder, LongConsumer found) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                found.accept(names.size());
                String name = String.valueOf(entry.getFileName());
                if (ImageListing.isImage(name)) {
                    names.add(name);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw new UserError(folder + " could not be listed to its end: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
        names.sort(null);
        return names;
    }
}
