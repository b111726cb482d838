package io.slimgan.metrics.features.builtin;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.RgbImages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Ways to spoil images that any measure of image quality must rank by their strength. */
enum Distortion {
    /** A Gaussian filter; strengths are its standard deviation in pixels. */
    BLUR("Gaussian blur", "σ = %s px", 0.5, 1, 1.5, 2, 3) {
        @Override
        RgbImages apply(RgbImages images, double strength) {
            return blurred(images, strength);
        }
    },
    /** Independent normal noise on every value; strengths are its standard deviation in levels of 255. */
    NOISE("Additive noise", "σ = %s", 5, 10, 20, 40, 80) {
        @Override
        RgbImages apply(RgbImages images, double strength) {
            return noisy(images, strength);
        }
    },
    /** Written as JPEG and read again; strengths are 100 minus the encoder's quality. */
    JPEG("JPEG", "quality 100 − %s", 5, 20, 40, 60, 80, 90) {
        @Override
        RgbImages apply(RgbImages images, double strength) {
            return compressed(images, strength);
        }
    },
    /** Red up and blue down; strengths are the shift in levels of 255. */
    COLOUR("Colour shift", "± %s", 8, 16, 32, 64) {
        @Override
        RgbImages apply(RgbImages images, double strength) {
            return shifted(images, strength);
        }
    };

    private final String title;
    private final String level;
    private final List<Double> strengths;

    Distortion(String title, String level, double... strengths) {
        this.title = title;
        this.level = level;
        this.strengths = Arrays.stream(strengths).boxed().toList();
    }

    /** What it does to images of this strength; the images given stay as they are. */
    abstract RgbImages apply(RgbImages images, double strength);

    String title() {
        return title;
    }

    /** From weak to strong. */
    List<Double> strengths() {
        return strengths;
    }

    String label(double strength) {
        String number = strength == Math.rint(strength) ? Long.toString((long) strength) : Double.toString(strength);
        return level.formatted(number);
    }

    private static byte level(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static RgbImages blurred(RgbImages images, double sigma) {
        int radius = (int) Math.ceil(3 * sigma);
        double[] kernel = new double[2 * radius + 1];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Math.exp(-(i - radius) * (i - radius) / (2 * sigma * sigma));
        }
        double sum = Arrays.stream(kernel).sum();
        int height = images.height();
        int width = images.width();
        byte[] blurred = new byte[images.pixels().length];
        double[] rows = new double[height * width];
        for (int plane = 0; plane < images.count() * 3; plane++) {
            int first = images.offset(plane / 3, 0, 0) + plane % 3;
            for (int p = 0; p < rows.length; p++) {
                rows[p] = 0;
                for (int i = -radius; i <= radius; i++) {
                    int from = p / width * width + mirrored(p % width + i, width);
                    rows[p] += kernel[i + radius] / sum * (images.pixels()[first + from * 3] & 255);
                }
            }
            for (int p = 0; p < rows.length; p++) {
                double value = 0;
                for (int i = -radius; i <= radius; i++) {
                    value += kernel[i + radius] / sum * rows[mirrored(p / width + i, height) * width + p % width];
                }
                blurred[first + p * 3] = level(value);
            }
        }
        return new RgbImages(images.count(), height, width, blurred);
    }

    /** The place inside that a place outside is the mirror image of. */
    private static int mirrored(int at, int size) {
        int folded = Math.floorMod(at, 2 * size);
        return folded < size ? folded : 2 * size - 1 - folded;
    }

    private static RgbImages noisy(RgbImages images, double deviation) {
        byte[] noisy = new byte[images.pixels().length];
        int size = images.height() * images.width() * 3;
        for (int image = 0; image < images.count(); image++) {
            float[] noise = KeyedRandom.normal(size, 0, Purpose.DISTORTION, image);
            for (int i = 0; i < size; i++) {
                int at = image * size + i;
                noisy[at] = level((images.pixels()[at] & 255) + deviation * noise[i]);
            }
        }
        return new RgbImages(images.count(), images.height(), images.width(), noisy);
    }

    private static RgbImages shifted(RgbImages images, double by) {
        byte[] shifted = images.pixels().clone();
        for (int at = 0; at < shifted.length; at += 3) {
            shifted[at] = level((shifted[at] & 255) + by);
            shifted[at + 2] = level((shifted[at + 2] & 255) - by);
        }
        return new RgbImages(images.count(), images.height(), images.width(), shifted);
    }

    private static RgbImages compressed(RgbImages images, double loss) {
        byte[] pixels = new byte[images.pixels().length];
        for (int image = 0; image < images.count(); image++) {
            BufferedImage picture = new BufferedImage(images.width(), images.height(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < images.height(); y++) {
                for (int x = 0; x < images.width(); x++) {
                    picture.setRGB(x, y, images.argb(image, y, x));
                }
            }
            BufferedImage read = throughJpeg(picture, (float) (1 - loss / 100));
            for (int y = 0; y < images.height(); y++) {
                for (int x = 0; x < images.width(); x++) {
                    int rgb = read.getRGB(x, y);
                    int at = images.offset(image, y, x);
                    pixels[at] = (byte) (rgb >> 16);
                    pixels[at + 1] = (byte) (rgb >> 8);
                    pixels[at + 2] = (byte) rgb;
                }
            }
        }
        return new RgbImages(images.count(), images.height(), images.width(), pixels);
    }

    private static BufferedImage throughJpeg(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), settings);
            out.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
