package io.slimgan.ui;

import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.DataSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.session.DatasetBook;
import io.slimgan.session.DatasetJob;
import io.slimgan.session.DatasetLook;
import io.slimgan.session.EngineInfo;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EvaluationJob;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.FakeEvaluationJob;
import io.slimgan.session.ModelCosts;
import io.slimgan.session.Preview;
import io.slimgan.session.ReportJob;
import io.slimgan.session.ReportRequest;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/**
 * An engine room without an engine, for tests of the window: sessions, previews, looks and costs answer by rule, and a
 * test can reach them and make them fail. For any thread.
 */
public class FakeEngineRoom implements EngineRoom {

    private final Map<Path, FakeTrainingSession> sessions = new ConcurrentHashMap<>();
    private final Map<Path, RunSettings> settings = new ConcurrentHashMap<>();
    private final FakeFeatureWeights weights = new FakeFeatureWeights();
    private final List<DataSettings> opened = new CopyOnWriteArrayList<>();
    private volatile FakeDatasetJob<DatasetBook> opening = new FakeDatasetJob<>("Nothing", 0, 0);
    private final FakeDatasetShelf shelf = new FakeDatasetShelf();
    private final List<FakePreview> previews = new CopyOnWriteArrayList<>();
    private volatile Optional<RuntimeException> engineFailure = Optional.empty();
    private volatile Optional<UserError> startFailure = Optional.empty();
    private volatile boolean closed;

    /** The run of these settings as the window would show it while it trains here; its folder is made. */
    public OpenRun trainingRun(Path workspace, String name, RunSettings runSettings) {
        TrainingSession session = start(workspace, name, runSettings);
        return new OpenRun(session.folder(), runSettings, Optional.of(session), this);
    }

    /** A run that is only watched. */
    public OpenRun watchedRun(Path folder, RunSettings runSettings) {
        settings.put(folder, runSettings);
        return new OpenRun(folder, runSettings, Optional.empty(), this);
    }

    /** The session of a folder that was started or resumed here. */
    public FakeTrainingSession session(Path folder) {
        return Optional.ofNullable(sessions.get(folder)).orElseThrow();
    }

    /** Every preview that was asked for, in order. */
    public List<FakePreview> previews() {
        return List.copyOf(previews);
    }

    public boolean isClosed() {
        return closed;
    }

    /** The engine cannot be loaded from now on. */
    public void failEngine(RuntimeException failure) {
        engineFailure = Optional.of(failure);
    }

    /** Starting and resuming fail from now on. */
    public void failStart(UserError failure) {
        startFailure = Optional.of(failure);
    }

    @Override
    public CompletableFuture<EngineInfo> engineInfo() {
        return CompletableFuture.supplyAsync(() -> {
            engineFailure.ifPresent(failure -> {
                throw failure;
            });
            return new EngineInfo(
                    "PyTorch 2.7.1", "DJL 0.35.1", "CPU", 2, "17.0.15", 1_288_490_188L, 16L * 1024 * 1024 * 1024);
        });
    }

    /** 50,000 built-in images; a path that does not exist fails; a CIFAR-10 folder has one note. */
    @Override
    public CompletableFuture<DatasetLook> lookAt(DataSettings data, int samples) {
        return CompletableFuture.supplyAsync(() -> {
            if (data.dataset() != DataSettings.Dataset.SHAPES && !Files.isDirectory(Path.of(data.path()))) {
                throw new UserError(
                        "data.path: the folder " + data.path() + " does not exist; choose one with images.");
            }
            long[] seeds = LongStream.range(0, samples).toArray();
            List<String> notes = data.dataset() == DataSettings.Dataset.SHAPES
                    ? List.of()
                    : List.of("broken.png is no readable image and was skipped.");
            return new DatasetLook(
                    data.dataset() == DataSettings.Dataset.SHAPES ? "Built-in shapes" : "Images",
                    50_000,
                    FakeImages.of(data.imageSize(), 1, 0, seeds),
                    List.of("circle", "square"),
                    notes);
        });
    }

    @Override
    public CompletableFuture<ModelCosts> costs(RunSettings run) {
        return CompletableFuture.supplyAsync(() -> {
            List<ModelCosts.WidthCosts> widths = new ArrayList<>();
            long full = 4_000L * run.model().generatorChannels();
            for (Width width : run.model().widthList()) {
                long parameters = Math.round(full * width.multiplier() * width.multiplier());
                widths.add(new ModelCosts.WidthCosts(
                        width, parameters, parameters * 50, parameters * 50, parameters * 51));
            }
            return new ModelCosts(
                    full,
                    widths,
                    3_000L * run.model().discriminatorChannels(),
                    100_000L * run.model().discriminatorChannels());
        });
    }

    /** The weights that this room knows of. */
    @Override
    public FakeFeatureWeights featureWeights() {
        return weights;
    }

    /** What was asked to be opened, in order; a test ends the last. */
    public List<DataSettings> opened() {
        return List.copyOf(opened);
    }

    /** The dataset on its way that was asked for last. */
    public FakeDatasetJob<DatasetBook> opening() {
        return opening;
    }

    @Override
    public DatasetJob<DatasetBook> openDataset(DataSettings data) {
        FakeDatasetJob<DatasetBook> job = new FakeDatasetJob<>("Reading Flat images", 30, 100);
        opening = job;
        opened.add(data);
        return job;
    }

    @Override
    public FakeDatasetShelf datasets() {
        return shelf;
    }

    @Override
    public TrainingSession start(Path workspace, String runName, RunSettings runSettings) {
        startFailure.ifPresent(failure -> {
            throw failure;
        });
        return open(RunFolder.create(workspace, runName, runSettings).path(), runSettings);
    }

    @Override
    public TrainingSession resume(Path runFolder, Optional<RunSettings> changed) {
        startFailure.ifPresent(failure -> {
            throw failure;
        });
        changed.ifPresent(RunFolder.open(runFolder)::writeSettings);
        return open(runFolder, RunFolder.open(runFolder).settings());
    }

    private FakeTrainingSession open(Path folder, RunSettings runSettings) {
        FakeTrainingSession session = new FakeTrainingSession(folder, runSettings);
        settings.put(folder, runSettings);
        sessions.put(folder, session);
        return session;
    }

    @Override
    public Optional<TrainingSession> sessionOf(Path runFolder) {
        return Optional.ofNullable((TrainingSession) sessions.get(runFolder))
                .filter(session -> session.status().state().isLive());
    }

    @Override
    public Preview preview(Path runFolder) {
        RunSettings of = Optional.ofNullable(settings.get(runFolder)).orElseGet(FakeSettings::small);
        FakePreview preview = new FakePreview(of.data().imageSize(), of.model().classes());
        previews.add(preview);
        return preview;
    }

    /** Not timed: the answer never comes, unless a test's own room answers otherwise. */
    @Override
    public CompletableFuture<DrawingTimes> drawingTimes(EvaluationSubject.Checkpoint checkpoint) {
        return new CompletableFuture<>();
    }

    /** A test that asks for reports has a room of its own. */
    @Override
    public ReportJob report(ReportRequest request) {
        throw new UnsupportedOperationException("This room makes no reports.");
    }

    /** Nothing is measured: the job fails with a sentence, unless a test's own room answers otherwise. */
    @Override
    public EvaluationJob evaluate(EvaluationRequest request) {
        return new FakeEvaluationJob(CompletableFuture.failedFuture(new UserError("This room measures nothing.")));
    }

    @Override
    public void close() {
        sessions.values().forEach(FakeTrainingSession::close);
        closed = true;
    }
}
