package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import io.slimgan.config.DataSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsCheck;
import io.slimgan.config.SettingsDiff;
import io.slimgan.config.SettingsProblem;
import io.slimgan.data.Datasets;
import io.slimgan.data.ImageSet;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.gallery.Galleries;
import io.slimgan.metrics.features.FeatureNetworks;
import io.slimgan.metrics.features.builtin.BuiltinNetwork;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunLock;
import io.slimgan.runs.evaluations.DrawingTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The engine room of this process: device threads, one preview thread, one evaluation thread, and background threads for
 * the rest.
 */
final class LocalEngineRoom implements EngineRoom {

    private final StepEngine.Factory engines;
    private final PacedEvaluator measuring;
    private final ProcessMemory memory = new ProcessMemory();
    private final ExecutorService background = Executors.newCachedThreadPool(Threads.named("background"));
    private final FeatureWeights weights = new LocalFeatureWeights(background);
    private final DatasetShelf shelf = new LocalDatasetShelf(UserFolders.ofThisUser(), background);

    /** Two, so that leafing through photographs leaves the machine to what trains. */
    private final ExecutorService pictures = Executors.newFixedThreadPool(2, Threads.named("pictures"));

    private final PreviewDesk desk = new PreviewDesk();
    private final EvaluationDesk evaluations = desk();

    /** What runs measure on themselves has a thread of its own, so that nobody waits for its slow pace. */
    private final EvaluationDesk beside = desk();

    private final Map<Path, LocalTrainingSession> sessions = new ConcurrentHashMap<>();
    private boolean closed;

    LocalEngineRoom(StepEngine.Factory engines) {
        this.engines = engines;
        this.measuring = beside;
    }

    /** @param measuring what runs measure themselves with while they train */
    LocalEngineRoom(StepEngine.Factory engines, PacedEvaluator measuring) {
        this.engines = engines;
        this.measuring = measuring;
    }

    private static EvaluationDesk desk() {
        return new EvaluationDesk(
                weights -> weights.map(FeatureNetworks::open).orElseGet(BuiltinNetwork::open),
                UserFolders.ofThisUser().cache());
    }

    @Override
    public CompletableFuture<EngineInfo> engineInfo() {
        return inBackground(future -> EngineLook.info(memory));
    }

    @Override
    public CompletableFuture<DatasetLook> lookAt(DataSettings data, int samples) {
        return lookAt(data, samples, said -> {});
    }

    @Override
    public CompletableFuture<DatasetLook> lookAt(DataSettings data, int samples, Consumer<String> doing) {
        AtomicReference<String> said = new AtomicReference<>("");
        return inBackground(future -> {
            // Whoever cancels the future need not wait until a large folder has been read.
            ProgressListener progress = (what, done, total) -> {
                String now = total > 0 ? what + ", " + 100 * done / total + " %" : what;
                if (!now.equals(said.getAndSet(now))) {
                    doing.accept(now);
                }
                return !future.isDone();
            };
            try (ImageSet set = Datasets.open(data, progress)) {
                return new DatasetLook(set.name(), set.size(), set.spread(samples), set.classNames(), set.notes());
            }
        });
    }

    @Override
    public DatasetJob<DatasetBook> openDataset(DataSettings data) {
        LocalDatasetJob<DatasetBook> job = new LocalDatasetJob<>(
                new EvaluationProgress("Opening", 0, 0),
                progress -> new LocalDatasetBook(Galleries.open(data, progress), pictures, background));
        job.on(background);
        return job;
    }

    @Override
    public CompletableFuture<ModelCosts> costs(RunSettings settings) {
        return inBackground(future -> EngineLook.costs(settings));
    }

    @Override
    public FeatureWeights featureWeights() {
        return weights;
    }

    @Override
    public DatasetShelf datasets() {
        return shelf;
    }

    @Override
    public synchronized TrainingSession start(Path workspace, String runName, RunSettings settings) {
        requireOpen();
        requireSound(settings);
        RunFolder folder = RunFolder.create(workspace, runName, settings);
        return begin(folder, folder.lock(), settings, true);
    }

    @Override
    public synchronized TrainingSession resume(Path runFolder, Optional<RunSettings> changed) {
        requireOpen();
        RunFolder folder = RunFolder.open(runFolder);
        if (sessionOf(runFolder).isPresent()) {
            throw new UserError("Run " + folder.name() + " is in training here already; pause or stop it first.");
        }
        RunSettings settings = changed.orElse(folder.settings());
        requireSound(settings);
        requireAllowed(folder, settings);
        RunLock lock = folder.lock();
        try {
            requireStepsLeft(folder, settings);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return begin(folder, lock, settings, false);
    }

    private TrainingSession begin(RunFolder folder, RunLock lock, RunSettings settings, boolean isNew) {
        LocalTrainingSession session = new LocalTrainingSession(folder, lock, settings, isNew, memory);
        Path key = key(folder.path());
        sessions.put(key, session);
        session.begin(engines, measuring, background, () -> sessions.remove(key, session));
        return session;
    }

    private static void requireSound(RunSettings settings) {
        List<SettingsProblem> problems = SettingsCheck.toTrain(settings);
        if (!problems.isEmpty()) {
            throw new UserError(problems.get(0).message());
        }
    }

    private static void requireAllowed(RunFolder folder, RunSettings settings) {
        String refusal = SettingsDiff.refusal(SettingsDiff.between(folder.settings(), settings));
        if (!refusal.isEmpty()) {
            throw new UserError(refusal);
        }
    }

    private static void requireStepsLeft(RunFolder folder, RunSettings settings) {
        long newest = folder.checkpoints().newestStep().orElse(0);
        if (newest >= settings.training().steps()) {
            throw new UserError("Run " + folder.name() + " has all its " + newest
                    + " steps; to go on, resume it with a larger training.steps.");
        }
    }

    @Override
    public Optional<TrainingSession> sessionOf(Path runFolder) {
        return localSessionOf(runFolder).map(Function.identity());
    }

    private Optional<LocalTrainingSession> localSessionOf(Path runFolder) {
        return Optional.ofNullable(sessions.get(key(runFolder)))
                .filter(session -> session.status().state().isLive());
    }

    @Override
    public Preview preview(Path runFolder) {
        return new LocalPreview(desk, new RunWeights(runFolder, this::localSessionOf, background));
    }

    @Override
    public EvaluationJob evaluate(EvaluationRequest request) {
        return evaluations.evaluate(request);
    }

    @Override
    public CompletableFuture<DrawingTimes> drawingTimes(EvaluationSubject.Checkpoint checkpoint) {
        CompletableFuture<ReportedCheckpoint> found = inBackground(future -> ReportedCheckpoint.open(checkpoint));
        return found.thenCompose(opened -> DrawingTimes.read(opened.folder().path(), opened.checksum())
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> CompletableFuture.supplyAsync(() -> timed(opened), evaluations::execute)));
    }

    private static DrawingTimes timed(ReportedCheckpoint checkpoint) {
        try (ReportDrawing drawing = new ReportDrawing(checkpoint)) {
            return drawing.times();
        }
    }

    @Override
    public ReportJob report(ReportRequest request) {
        LocalReportJob job = new LocalReportJob(this, evaluations::execute, request);
        try {
            background.execute(job::run);
        } catch (RejectedExecutionException e) {
            throw closedError();
        }
        return job;
    }

    /** Different ways to write a path are one run. */
    private static Path key(Path runFolder) {
        try {
            return runFolder.toRealPath();
        } catch (IOException notThere) {
            return runFolder.toAbsolutePath().normalize();
        }
    }

    private <T> CompletableFuture<T> inBackground(Function<CompletableFuture<T>, T> work) {
        CompletableFuture<T> future = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                future.complete(work.apply(future));
            } catch (Throwable e) {
                // A missing native library is an error of the machine, not of this thread: the asker is told.
                future.completeExceptionally(e);
            }
        };
        try {
            background.execute(task);
        } catch (RejectedExecutionException e) {
            future.completeExceptionally(closedError());
        }
        return future;
    }

    private void requireOpen() {
        if (closed) {
            throw closedError();
        }
    }

    private static IllegalStateException closedError() {
        return new IllegalStateException("This engine room is closed.");
    }

    @Override
    public void close() {
        List<LocalTrainingSession> open;
        synchronized (this) {
            closed = true;
            open = List.copyOf(sessions.values());
        }
        open.forEach(LocalTrainingSession::stop);
        open.forEach(LocalTrainingSession::close);
        beside.close();
        evaluations.close();
        desk.close();
        pictures.shutdown();
        background.shutdown();
    }
}
