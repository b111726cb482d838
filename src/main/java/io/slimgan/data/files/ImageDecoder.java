package io.slimgan.data.files;

import io.slimgan.base.RgbImages;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Image files to red, green and blue bytes, as Pillow's {@code convert("RGB")} gives them: grey becomes three equal
 * levels, transparency and colour profiles are left out, 16 bits lose the lower 8, of an animation the first picture
 * counts; and upright, as its EXIF tag says. Pure functions, for any thread.
 */
public final class ImageDecoder {

    /** Beyond this an image would take more memory than a training set should. */
    static final long LARGEST_PIXELS = 100_000_000;

    private static final long LARGEST_BYTES = 512L << 20;

    private ImageDecoder() {}

    /**
     * Decodes one file by its content, whatever its name says.
     *
     * @throws BrokenImageException if it is no image, damaged or too large
     * @throws IOException if it cannot be read at all
     */
    public static DecodedImage decode(Path file) throws BrokenImageException, IOException {
        return decode(content(file));
    }

    /**
     * Decodes a file that was read already, such as out of an archive.
     *
     * @throws BrokenImageException if it is no image, damaged or too large
     */
    public static DecodedImage decode(byte[] bytes) throws BrokenImageException {
        if (bytes.length == 0) {
            throw new BrokenImageException("it is empty");
        }
        boolean isJpeg = JpegHeader.isJpeg(bytes);
        JpegHeader jpeg = isJpeg ? JpegHeader.of(bytes) : new JpegHeader(3, -1, Orientation.UPRIGHT);
        byte[] pixels = isJpeg ? JpegHeader.pixelsOnly(bytes) : bytes;
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(pixels))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new BrokenImageException("its content is no JPEG, PNG, BMP or GIF image");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decode(reader, jpeg);
            } finally {
                reader.dispose();
            }
        } catch (OutOfMemoryError e) {
            // One array of pixels was too much; without it there is memory again.
            throw new BrokenImageException("it is too large for the memory", e);
        } catch (IOException | RuntimeException e) {
            // The decoders answer damaged files with many kinds of exception, array bounds among them.
            throw new BrokenImageException("it is damaged (" + message(e) + ")", e);
        }
    }

    private static byte[] content(Path file) throws BrokenImageException, IOException {
        long bytes = Files.size(file);
        if (bytes == 0) {
            throw new BrokenImageException("it is empty");
        }
        if (bytes > LARGEST_BYTES) {
            throw new BrokenImageException("it is larger than " + (LARGEST_BYTES >> 20) + " MiB");
        }
        return Files.readAllBytes(file);
    }

    private static DecodedImage decode(ImageReader reader, JpegHeader jpeg) throws BrokenImageException, IOException {
        checkSize(reader);
        AtomicBoolean cut = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                cut.set(true);
            }
        });
        RgbImages image;
        boolean transparent = false;
        if (jpeg.components() == 4) {
            image = PrintColours.toRgb(reader.readRaster(0, null), jpeg.adobeTransform());
        } else {
            BufferedImage read = reader.read(0);
            transparent = read.getColorModel().hasAlpha();
            image = rgb(read);
        }
        if (cut.get()) {
            throw new BrokenImageException("it is cut off before its end");
        }
        return new DecodedImage(Orientation.upright(image, jpeg.orientation()), transparent);
    }

    private static void checkSize(ImageReader reader) throws BrokenImageException, IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1 || height < 1) {
            throw new BrokenImageException("it has no pixels");
        }
        if ((long) width * height > LARGEST_PIXELS) {
            throw new BrokenImageException(String.format(
                    Locale.ROOT,
                    "it has %d x %d pixels and at most %,d in all are read",
                    width,
                    height,
                    LARGEST_PIXELS));
        }
    }

    private static RgbImages rgb(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        byte[] pixels = new byte[height * width * 3];
        if (image.getColorModel() instanceof ComponentColorModel colours) {
            // The stored levels, not getRGB(): that takes grey for linear light and converts colour profiles.
            copyBands(image.getRaster(), colours, pixels);
        } else {
            copyColours(image, pixels);
        }
        return new RgbImages(1, height, width, pixels);
    }

    private static void copyBands(Raster raster, ColorModel colours, byte[] pixels) {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        int shift = colours.getTransferType() == DataBuffer.TYPE_USHORT ? 8 : 0;
        int green = bands < 3 ? 0 : 1;
        int blue = bands < 3 ? 0 : 2;
        int[] row = new int[width * bands];
        for (int y = 0, at = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int from = 0; from < row.length; from += bands, at += 3) {
                pixels[at] = (byte) (row[from] >> shift);
                pixels[at + 1] = (byte) (row[from + green] >> shift);
                pixels[at + 2] = (byte) (row[from + blue] >> shift);
            }
        }
    }

    /** Palettes and packed pixels. */
    private static void copyColours(BufferedImage image, byte[] pixels) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0, at = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++, at += 3) {
                pixels[at] = (byte) (row[x] >> 16);
                pixels[at + 1] = (byte) (row[x] >> 8);
                pixels[at + 2] = (byte) row[x];
            }
        }
    }

    private static String message(Exception e) {
        String message = e.getMessage();
        if (message == null || message.isBlank()) {
            return "the decoder says " + e.getClass().getSimpleName();
        }
        String line = message.strip().lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
