package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.config.ClassCount;
import io.slimgan.config.RunSettings;
import io.slimgan.data.BatchLoader;
import io.slimgan.data.BatchPlan;
import io.slimgan.data.Datasets;
import io.slimgan.data.ImageSet;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.RunInTraining.DiskJob;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens everything that training a run takes: images, networks, log, the newest complete checkpoint or a first one. Can
 * be given up between and within its parts; what is open then is closed again. For the device thread.
 */
final class RunOpening {

    private static final Logger LOG = LoggerFactory.getLogger(RunOpening.class);
    private static final int BATCHES_AHEAD = 2;

    private final RunFolder folder;
    private final RunSettings settings;
    private final StepEngine.Factory engines;
    private final PacedEvaluator evaluator;
    private final Executor background;
    private final StatusBoard board;
    private final BooleanSupplier givenUp;

    /** What is open, the last opened first. */
    private final Deque<Runnable> opened = new ArrayDeque<>();

    /** @param settings to train with; where the folder's own differ, these replace them */
    RunOpening(
            RunFolder folder,
            RunSettings settings,
            StepEngine.Factory engines,
            PacedEvaluator evaluator,
            Executor background,
            StatusBoard board,
            BooleanSupplier givenUp) {
        this.folder = folder;
        this.settings = settings;
        this.engines = engines;
        this.evaluator = evaluator;
        this.background = background;
        this.board = board;
        this.givenUp = givenUp;
    }

    /** An open run and what closes it. */
    record Opened(RunInTraining run, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    /**
     * Opens the run.
     *
     * @return the run, with a checkpoint of the step it stands at on the disk
     * @throws CancellationException if it was given up
     */
    Opened open() {
        try {
            RunInTraining run = openAll();
            return new Opened(run, this::close);
        } catch (Throwable e) {
            closeAfter(e);
            throw e;
        }
    }

    /** A class-conditional network draws the classes that its images have. */
    private void checkClasses(ImageSet images) {
        ClassCount.problem(
                        settings.model().classes(),
                        images.name(),
                        images.classNames().size())
                .ifPresent(sentence -> {
                    throw new UserError(sentence);
                });
    }

    /** Also for a run that an older version began. */
    private void keepClassNames(ImageSet images) {
        boolean wanted = settings.model().classes() > 0;
        if (wanted && !folder.classNames().names().equals(images.classNames())) {
            folder.writeClassNames(images.classNames());
        }
    }

    private RunInTraining openAll() {
        ImageSet images = keep(openImages(), ImageSet::close);
        board.notes(images.notes());
        checkClasses(images);
        BatchPlan plan = new BatchPlan(images.size(), settings.training().batchSize(), settings.seed());
        BatchLoader batches = keep(new BatchLoader(images, plan, background, BATCHES_AHEAD), BatchLoader::close);
        begin("Building the networks");
        StepEngine engine = keep(engines.create(settings), StepEngine::close);
        board.device(engine.device());
        begin("Reading the newest checkpoint");
        Optional<Checkpoint> newest = newestCheckpoint();
        begin("Writing the run's folder");
        keepClassNames(images);
        SampleGrids samples = keep(new SampleGrids(folder, settings, latents(newest.isEmpty())), SampleGrids::close);
        EventLog events =
                keep(EventLog.goOn(folder.path(), newest.map(Checkpoint::step).orElse(-1L)), EventLog::close);
        CheckpointKeeper keeper = new CheckpointKeeper(folder, settings.checkpoints(), System.nanoTime());
        LiveEvaluation live =
                keep(new LiveEvaluation(folder.path(), settings, evaluator, board::isRunning), LiveEvaluation::close);
        RunInTraining run =
                new RunInTraining(settings, engine, batches, events, samples, keeper, live, board::residentBytes);
        if (newest.isPresent()) {
            run.goTo(newest.get(), System.nanoTime());
        } else {
            run.atTheBeginning().forEach(RunOpening::write);
        }
        if (!settings.equals(folder.settings())) {
            folder.writeSettings(settings);
        }
        board.at(run.step());
        board.checkpoint(run.savedStep());
        return run;
    }

    /** Empty where a run was interrupted before its first one: it begins anew, from the same seed. */
    private Optional<Checkpoint> newestCheckpoint() {
        Optional<Checkpoint> newest = folder.checkpoints().newest();
        if (newest.isEmpty() && !folder.checkpoints().steps().isEmpty()) {
            throw new UserError("All checkpoints of run " + folder.name() + " are damaged, those of the steps "
                    + folder.checkpoints().steps() + "; put one back from a copy, or start a new run.");
        }
        return newest;
    }

    private static void write(DiskJob job) {
        job.write().run();
    }

    private ImageSet openImages() {
        begin("Opening the images");
        return Datasets.open(settings.data(), (what, done, total) -> {
            board.activity(total > 0 ? what + ", " + 100 * done / total + " %" : what);
            return !givenUp.getAsBoolean();
        });
    }

    /** The run's fixed latents: made before its first step, then read, so that its grids stay comparable. */
    private FixedLatents latents(boolean beginning) {
        if (!beginning) {
            return folder.readLatents();
        }
        FixedLatents made = LatentColumns.fixed(
                settings.seed(),
                settings.logging().sampleColumns(),
                settings.model().latentSize());
        folder.writeLatents(made);
        return made;
    }

    private void begin(String activity) {
        if (givenUp.getAsBoolean()) {
            throw new CancellationException("Given up before: " + activity);
        }
        board.activity(activity);
    }

    private <T> T keep(T resource, Consumer<T> closing) {
        opened.push(() -> closing.accept(resource));
        return resource;
    }

    private void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void closeAfter(Throwable cause) {
        try {
            close();
        } catch (RuntimeException e) {
            LOG.warn("Could not close everything of a run that could not be opened.", e);
            cause.addSuppressed(e);
        }
    }
}
