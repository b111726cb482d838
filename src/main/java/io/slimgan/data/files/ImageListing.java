package io.slimgan.data.files;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;

/**
 * The image files of a folder, in an order that is the same on every machine. Folders in it that hold images are
 * classes, sorted by name, with everything below them; without any such folder the set is flat and has no classes. A
 * folder with nothing but one folder of class folders, as archives unpack, stands for that one. Hidden files and files
 * of other types are left out.
 *
 * @param files all images
 * @param classNames in label order; empty for a flat set
 * @param notes what was left out, one sentence each
 */
public record ImageListing(List<Entry> files, List<String> classNames, List<String> notes) {

    private static final Set<String> READ = Set.of("jpg", "jpeg", "jpe", "jfif", "png", "bmp", "gif");
    private static final int ASKED_EVERY = 500;
    private static final Set<String> OTHER_IMAGES = Set.of("webp", "tif", "tiff", "heic", "avif", "jxl", "jp2");

    /**
     * One image file.
     *
     * @param path where it lies
     * @param shownName its path below the folder, for messages
     * @param label the class it belongs to, a place in the class names; -1 in a flat set
     */
    public record Entry(Path path, String shownName, int label) {}

    public ImageListing {
        files = List.copyOf(files);
        classNames = List.copyOf(classNames);
        notes = List.copyOf(notes);
    }

    /**
     * Looks through a folder and all below it, following links.
     *
     * @throws IOException if the folder itself cannot be listed
     */
    public static ImageListing of(Path root) throws IOException {
        return of(root, seen -> true);
    }

    /**
     * {@link #of(Path)} for a folder of very many files.
     *
     * @param goOn hears now and then how many files were seen, and says whether to go on
     * @throws CancellationException if {@code goOn} said so
     */
    public static ImageListing of(Path root, IntPredicate goOn) throws IOException {
        Collector found = new Collector(root, goOn);
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, found);
        Optional<Path> wrapped = found.onlyFolderOfClasses();
        return wrapped.isPresent() ? of(wrapped.get(), goOn) : found.listing();
    }

    /** Whether a file of this name is one that is read, by its ending; hidden ones are not. */
    public static boolean isImage(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return READ.contains(ending) && !name.startsWith(".");
    }

    private static String extension(Path file) {
        String name = nameOf(file);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private static final class Collector extends SimpleFileVisitor<Path> {

        private final Path root;
        private final IntPredicate goOn;
        private final Map<String, List<Path>> byClass = new TreeMap<>(new NaturalOrder());
        private final List<Path> loose = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int otherImages;
        private int seen;

        Collector(Path root, IntPredicate goOn) {
            this.root = root;
            this.goOn = goOn;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (++seen % ASKED_EVERY == 0 && !goOn.test(seen)) {
                throw new CancellationException("Listing " + root + " was cancelled.");
            }
            if (!attributes.isRegularFile() || isHidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (OTHER_IMAGES.contains(extension(file))) {
                otherImages++;
            } else if (READ.contains(extension(file))) {
                Path below = root.relativize(file);
                List<Path> place = below.getNameCount() == 1
                        ? loose
                        : byClass.computeIfAbsent(below.getName(0).toString(), name -> new ArrayList<>());
                place.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            if (!isHidden(file)) {
                notes.add(root.relativize(file) + " is skipped: it cannot be opened.");
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) throws IOException {
            return !path.equals(root) && (nameOf(path).startsWith(".") || Files.isHidden(path));
        }

        /** The one folder that holds all images, none of them directly. */
        Optional<Path> onlyFolderOfClasses() {
            boolean deeper = byClass.values().stream()
                    .flatMap(List::stream)
                    .allMatch(file -> root.relativize(file).getNameCount() > 2);
            return loose.isEmpty() && byClass.size() == 1 && deeper
                    ? byClass.keySet().stream().map(root::resolve).findFirst()
                    : Optional.empty();
        }

        ImageListing listing() {
            if (otherImages > 0) {
                notes.add(files(otherImages)
                        + " of other types, such as WebP or TIFF, left out; JPEG, PNG, BMP and GIF are read.");
            }
            List<Entry> entries = new ArrayList<>();
            if (byClass.isEmpty()) {
                add(entries, loose, -1);
                return new ImageListing(entries, List.of(), notes);
            }
            if (!loose.isEmpty()) {
                notes.add(files(loose.size()) + " left out, beside the class folders and in none of them.");
            }
            List<String> names = List.copyOf(byClass.keySet());
            for (int label = 0; label < names.size(); label++) {
                add(entries, byClass.getOrDefault(names.get(label), List.of()), label);
            }
            return new ImageListing(entries, names, notes);
        }

        private static String files(int count) {
            return count == 1 ? "1 image file is" : count + " image files are";
        }

        private void add(List<Entry> entries, List<Path> files, int label) {
            files.stream()
                    .map(file -> new Entry(file, shown(file), label))
                    .sorted(Comparator.comparing(Entry::shownName, new NaturalOrder()))
                    .forEach(entries::add);
        }

        private String shown(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
