package io.slimgan.report;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ShortestDecimal;
import io.slimgan.base.UserError;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an image grid was made, and all that is needed to make it again: the generator of a step draws the latent of each
 * seed ({@code KeyedRandom.Purpose.GRID_LATENT}) at each width in the chosen classes. It is kept inside the picture.
 *
 * @param run the run's name
 * @param step finished generator updates of the weights
 * @param widths one row each, from above
 * @param seeds one column each, from the left, as far as {@code columns} goes
 * @param scale edge of the square that each pixel becomes, 1 to 16
 * @param gap pixels between two images, 0 to 64, not scaled
 * @param version of the program
 * @param imageSize height and width of one image in pixels before scaling
 * @param background colour of the gaps, 0xRRGGBB
 * @param weights SHA-256 of the generator's checkpoint file in hexadecimal, so that a remake can tell whether it draws
 *     from the same weights; empty if they were not saved
 * @param columns images in a line, 1 to the number of images of a width; more of a width go on in the next line
 * @param classes of which class each image is, and so how many images a width has
 */
public record GridRecipe(
        String run,
        long step,
        List<Double> widths,
        List<Long> seeds,
        int scale,
        int gap,
        String version,
        int imageSize,
        int background,
        String weights,
        int columns,
        ClassChoice classes) {

    /** The newest layout that this version reads. */
    public static final int SCHEMA = 3;

    /** Written where nothing of a newer layout is used, so that the files of older versions stay as they are. */
    private static final int ONE_LINE_EACH = 1;

    private static final int IN_LINES = 2;

    /** Enough for any grid on a screen or in print, and it still fits in memory. */
    static final long MAX_PIXELS = 50_000_000;

    /** The keys of the class choice, and what the first of them says. */
    private static final String CLASSES = "classes";

    private static final String FIRST = "class";
    private static final String COUNT = "class_count";
    private static final String TURN = "in turn";
    private static final String ONE = "one";
    private static final String EVERY = "every";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws UserError if a number is outside its range, or the picture would be larger than 50 megapixels */
    public GridRecipe {
        widths = List.copyOf(widths);
        seeds = List.copyOf(seeds);
        require("scale", scale, 1, 16);
        require("gap", gap, 0, 64);
        require("image size", imageSize, 1, 4096);
        require("background", background, 0, 0xFFFFFF);
        require("number of widths", widths.size(), 1, 1000);
        require("number of seeds", seeds.size(), 1, 1000);
        int images = classes.images(seeds.size());
        require("number of images of a width", images, 1, 100_000);
        require("number of images in a line", columns, 1, images);
        long pixels = edge(columns, imageSize, scale, gap)
                * edge((long) widths.size() * lines(images, columns), imageSize, scale, gap);
        if (pixels > MAX_PIXELS) {
            throw new UserError("The picture would have " + pixels / 1_000_000 + " megapixels, but at most "
                    + MAX_PIXELS / 1_000_000 + " are allowed; choose a smaller scale or fewer latents.");
        }
    }

    /** A recipe whose latents have each its seed's own class. */
    public GridRecipe(
            String run,
            long step,
            List<Double> widths,
            List<Long> seeds,
            int scale,
            int gap,
            String version,
            int imageSize,
            int background,
            String weights,
            int columns) {
        this(
                run,
                step,
                widths,
                seeds,
                scale,
                gap,
                version,
                imageSize,
                background,
                weights,
                columns,
                ClassChoice.BY_SEED);
    }

    /** A recipe with the usual look: a gap of two pixels, white; each latent of its seed's own class. */
    public static GridRecipe of(
            String run,
            long step,
            List<Double> widths,
            List<Long> seeds,
            int scale,
            String version,
            int imageSize,
            String weights) {
        return new GridRecipe(run, step, widths, seeds, scale, 2, version, imageSize, 0xFFFFFF, weights, seeds.size());
    }

    /** The same images in shorter or longer lines. */
    public GridRecipe inLinesOf(int images) {
        return new GridRecipe(
                run, step, widths, seeds, scale, gap, version, imageSize, background, weights, images, classes);
    }

    /** The same latents in other classes, in the lines that are natural for them. */
    public GridRecipe of(ClassChoice chosen) {
        return new GridRecipe(
                run,
                step,
                widths,
                seeds,
                scale,
                gap,
                version,
                imageSize,
                background,
                weights,
                chosen.columns(seeds.size()),
                chosen);
    }

    /** How many images there are of one width. */
    public int imagesPerWidth() {
        return classes.images(seeds.size());
    }

    /** How many lines the images of one width fill. */
    public int linesPerWidth() {
        return lines(imagesPerWidth(), columns);
    }

    private static int lines(int images, int columns) {
        return (images + columns - 1) / columns;
    }

    /** Width of the whole picture in pixels. */
    public int pictureWidth() {
        return (int) edge(columns, imageSize, scale, gap);
    }

    /** Height of the whole picture in pixels. */
    public int pictureHeight() {
        return (int) edge((long) widths.size() * linesPerWidth(), imageSize, scale, gap);
    }

    /** As JSON; equal recipes give equal texts on every Java. */
    public String toJson() {
        ObjectNode json = JSON.createObjectNode();
        boolean inLines = columns != classes.columns(seeds.size());
        json.put("schema", schema(inLines));
        json.put("run", run);
        json.put("step", step);
        ArrayNode widthList = json.putArray("widths");
        widths.forEach(w -> widthList.add(ShortestDecimal.of(w)));
        ArrayNode seedList = json.putArray("seeds");
        seeds.forEach(seedList::add);
        json.put("scale", scale);
        json.put("gap", gap);
        json.put("version", version);
        json.put("image_size", imageSize);
        json.put("background", background);
        json.put("weights", weights);
        if (inLines) {
            json.put("columns", columns);
        }
        putClasses(json);
        return JSON.writeValueAsString(json);
    }

    private int schema(boolean inLines) {
        if (!classes.equals(ClassChoice.BY_SEED)) {
            return SCHEMA;
        }
        return inLines ? IN_LINES : ONE_LINE_EACH;
    }

    private void putClasses(ObjectNode json) {
        if (classes.equals(ClassChoice.IN_TURN)) {
            json.put(CLASSES, TURN);
        } else if (classes instanceof ClassChoice.One one) {
            json.put(CLASSES, ONE).put(FIRST, one.label());
        } else if (classes instanceof ClassChoice.Every every) {
            json.put(CLASSES, EVERY).put(FIRST, every.first()).put(COUNT, every.count());
        }
    }

    private static ClassChoice classes(JsonNode json, String origin) {
        String kind = json.path(CLASSES).asString("");
        return switch (kind) {
            case "" -> ClassChoice.BY_SEED;
            case TURN -> ClassChoice.IN_TURN;
            case ONE -> new ClassChoice.One(json.required(FIRST).intValue());
            case EVERY ->
                new ClassChoice.Every(
                        json.required(FIRST).intValue(), json.required(COUNT).intValue());
            default ->
                throw new UserError("The recipe in " + origin + " is damaged: it says " + CLASSES + " \"" + kind
                        + "\", which means nothing.");
        };
    }

    /**
     * @param origin where the text comes from, for an error's sentence
     * @throws UserError if it is no recipe, or one that a newer version wrote
     */
    public static GridRecipe fromJson(String text, String origin) {
        try {
            JsonNode json = JSON.readTree(text);
            int schema = json.required("schema").asInt();
            if (schema > SCHEMA) {
                throw new UserError(
                        "The recipe in " + origin + " was written by a newer version of this program (layout " + schema
                                + ", this one reads up to " + SCHEMA + "); use that version or a newer one.");
            }
            List<Double> widths = new ArrayList<>();
            json.required("widths").forEach(w -> widths.add(w.doubleValue()));
            List<Long> seeds = new ArrayList<>();
            json.required("seeds").forEach(s -> seeds.add(s.longValue()));
            ClassChoice classes = classes(json, origin);
            return new GridRecipe(
                    json.required("run").stringValue(),
                    json.required("step").longValue(),
                    widths,
                    seeds,
                    json.required("scale").intValue(),
                    json.required("gap").intValue(),
                    json.required("version").stringValue(),
                    json.required("image_size").intValue(),
                    json.required("background").intValue(),
                    json.required("weights").stringValue(),
                    json.path("columns").asInt(classes.columns(seeds.size())),
                    classes);
        } catch (JacksonException e) {
            throw new UserError(
                    "The recipe in " + origin + " is damaged; the picture cannot be made again from it.", e);
        }
    }

    private static long edge(long images, int imageSize, int scale, int gap) {
        return images * imageSize * scale + (images - 1) * gap;
    }

    private static void require(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new UserError("The grid's " + what + " is " + value + "; allowed is " + least + " to " + most + ".");
        }
    }
}
