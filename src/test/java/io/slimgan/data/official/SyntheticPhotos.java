package io.slimgan.data.official;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Writes small photographs as CelebA and ImageNet have them: JPEG files, numbered or in folders per synset. */
public final class SyntheticPhotos {

    private SyntheticPhotos() {}

    /** A JPEG file of one grey level, which comes back within a level or two. */
    public static byte[] jpeg(int width, int height, int level) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, level << 16 | level << 8 | level);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", bytes);
        return bytes.toByteArray();
    }

    /** The level of a face by its number: neighbours differ by much more than JPEG changes. */
    public static int level(int number) {
        return number * 40 % 240;
    }

    /** Aligned faces of these numbers. */
    public static Path faces(Path parent, int... numbers) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("img_align_celeba"));
        for (int number : numbers) {
            Files.write(folder.resolve(name(number)), jpeg(178, 218, level(number)));
        }
        return folder;
    }

    /** Such as 000001.jpg. */
    public static String name(int number) {
        return String.format(Locale.ROOT, "%06d.jpg", number);
    }

    /** The official division of faces: of each number 0, 1 or 2. */
    public static Path partition(Path file, int[] numbers, int... parts) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            lines.add(name(numbers[i]) + " " + parts[i]);
        }
        return Files.write(file, lines);
    }

    /** A zip of a folder's files, their names beginning with the folder's. */
    public static Path zip(Path archive, Path folder) throws IOException {
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file);
                var files = Files.list(folder)) {
            zip.putNextEntry(new ZipEntry(folder.getFileName() + "/"));
            for (Path each : files.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.getFileName() + "/" + each.getFileName()));
                zip.write(Files.readAllBytes(each));
            }
        }
        return archive;
    }

    /** Very many names of the same file: links where the disk has them, else copies. */
    public static void copies(Path original, Path folder, List<String> names) throws IOException {
        Files.createDirectories(folder);
        Path linked = original;
        for (String name : names) {
            Path file = folder.resolve(name);
            try {
                Files.createLink(file, linked);
            } catch (IOException | UnsupportedOperationException e) {
                // A file can have 65,000 names on some disks, on others only one.
                linked = Files.copy(original, file);
            }
        }
    }
}
