package io.slimgan.cli;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ClassNames;
import io.slimgan.base.ProgramVersion;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.report.GridRecipe;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.GridSeeds;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import picocli.CommandLine.Option;

/** What a new grid shows. */
final class GridOptions {

    private static final int CUSTOMARY_COUNT = 10;

    /** Small images are enlarged to at least this many pixels. */
    private static final int SEEN_WELL = 64;

    @Option(
            names = "--widths",
            split = ",",
            paramLabel = "W",
            description = "The widths, such as 0.25,1 (default: all that the run trains).")
    private List<Double> widths = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "The first column's seed; the following columns have the following ones (default: the run's own"
                            + " fixed latents).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "How many columns (default: as many as the run's own grid; what it has not is drawn from the"
                    + " run's seed, always the same).")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--checkpoint",
            paramLabel = "STEP",
            description = "The checkpoint of this step (default: the newest).")
    private Optional<Long> checkpoint = Optional.empty();

    @Option(names = "--scale", paramLabel = "N", description = "Edge of the square that each pixel becomes, 1 to 16.")
    private Optional<Integer> scale = Optional.empty();

    @Option(
            names = "--class",
            paramLabel = "NAME|NUMBER",
            description = "Of a class-conditional run: all images are of this class, named or counted from 0.")
    private Optional<String> oneClass = Optional.empty();

    @Option(
            names = "--classes",
            paramLabel = "HOW",
            description =
                    "Of a class-conditional run: seed (each latent's seed decides its class; the default), columns (each"
                            + " column the next class), or all (one latent in every class, a column each; with --count, a"
                            + " line per class).")
    private Optional<String> classes = Optional.empty();

    /**
     * The recipe of the grid that these options ask of a run.
     *
     * @param err where a doubt is told
     */
    GridRecipe recipe(RunFolder run, PrintWriter err) {
        ClassChoice chosen = chosen(run.classNames());
        long step = step(run, err);
        int imageSize = run.settings().data().imageSize();
        return GridRecipe.of(
                        run.name(),
                        step,
                        trained(run),
                        seeds(run, chosen),
                        scale.orElse(Math.max(1, SEEN_WELL / imageSize)),
                        ProgramVersion.current(),
                        imageSize,
                        run.checkpoints().generatorChecksum(step))
                .of(chosen);
    }

    private ClassChoice chosen(ClassNames known) {
        if (oneClass.isPresent() && classes.isPresent()) {
            throw new UserError(
                    "--class and --classes were both given; all images are of one class, or of several: give"
                            + " one of the two.");
        }
        if (oneClass.isPresent()) {
            return new ClassChoice.One(known.find(oneClass.get(), "--class"));
        }
        String how = classes.orElse("seed");
        if (classes.isPresent() && known.isEmpty()) {
            throw new UserError("--classes " + how
                    + ": this run knows no classes, so none can be chosen; leave --classes" + " out.");
        }
        return switch (how) {
            case "seed" -> ClassChoice.BY_SEED;
            case "columns" -> ClassChoice.IN_TURN;
            case "all" -> new ClassChoice.Every(0, known.count());
            default ->
                throw new UserError("--classes is " + how + "; allowed are seed, columns and all. One class is"
                        + " chosen by --class.");
        };
    }

    private long step(RunFolder run, PrintWriter err) {
        if (checkpoint.isPresent()) {
            GridDrawing.requireCheckpoint(run, checkpoint.get(), "--checkpoint " + checkpoint.get());
            return checkpoint.get();
        }
        CheckpointStore.Drawable newest = run.checkpoints().newestDrawable();
        String damaged = newest.damaged().stream().map(Path::toString).collect(Collectors.joining(", "));
        String are = newest.damaged().size() == 1 ? " is damaged" : " are damaged";
        long step = newest.step()
                .orElseThrow(() -> new UserError(
                        damaged.isEmpty()
                                ? "The run " + run.path() + " has no complete checkpoint yet; train it first."
                                : damaged + are + ", and the run has no other checkpoint; put one back from a copy."));
        if (!damaged.isEmpty()) {
            err.println("slimgan: " + damaged + are + "; step " + step + " is drawn instead.");
            err.flush();
        }
        return step;
    }

    private List<Double> trained(RunFolder run) {
        List<Double> known = run.settings().model().widths();
        WidthNames names = WidthNames.of(run.settings().model());
        if (known.size() == 1
                && widths.stream().allMatch(asked -> Width.label(asked).equals(names.of(known.get(0))))) {
            return known;
        }
        for (double asked : widths) {
            if (!known.contains(asked)) {
                throw new UserError(
                        "--widths " + Width.label(asked) + ": this run does not have that width; allowed are "
                                + known.stream().map(names::of).collect(Collectors.joining(", ")) + ".");
            }
        }
        return widths.isEmpty() ? known : widths;
    }

    private List<Long> seeds(RunFolder run, ClassChoice chosen) {
        boolean everyClass = chosen instanceof ClassChoice.Every;
        Optional<Integer> wanted = everyClass ? count.or(() -> Optional.of(1)) : count;
        return seeds(run, wanted);
    }

    private List<Long> seeds(RunFolder run, Optional<Integer> count) {
        if (count.isPresent() && (count.get() < 1 || count.get() > 1000)) {
            throw new UserError("--count is " + count.get() + "; allowed is a whole number from 1 to 1000.");
        }
        if (seed.isPresent()) {
            return following(seed.get(), count.orElse(CUSTOMARY_COUNT));
        }
        List<Long> fixed = run.readLatents().seeds();
        return GridSeeds.from(fixed, run.settings().seed(), count.orElse(fixed.size()));
    }

    private static List<Long> following(long first, int count) {
        return LongStream.range(0, count).mapToObj(i -> first + i).toList();
    }
}
