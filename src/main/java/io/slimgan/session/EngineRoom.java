package io.slimgan.session;

import io.slimgan.config.DataSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.evaluations.DrawingTimes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * All that the window and the command line ask of the engine. One per process. Methods may be called from any thread
 * and never block for the engine: what takes time comes as a future, completed on a background thread, exceptionally
 * with {@link io.slimgan.base.UserError} where the user can put it right.
 */
public interface EngineRoom extends Evaluator, AutoCloseable {

    /** Version, device, threads and memory; loads the engine at the first call. */
    CompletableFuture<EngineInfo> engineInfo();

    /** How many images a dataset has, and what the first ones look like. */
    CompletableFuture<DatasetLook> lookAt(DataSettings data, int samples);

    /**
     * {@link #lookAt(DataSettings, int)} by someone who wants to know what takes so long; cancelling the future ends it.
     *
     * @param doing hears what is being done and how far it is, such as "Unpacking stl10_binary.tar.gz, 12 %", on a
     *     background thread
     */
    default CompletableFuture<DatasetLook> lookAt(DataSettings data, int samples, Consumer<String> doing) {
        return lookAt(data, samples);
    }

    /** Opens a dataset to be leafed through; sets of single files are only listed, others are read. */
    DatasetJob<DatasetBook> openDataset(DataSettings data);

    /** Parameters and MACs of the networks that these settings describe. */
    CompletableFuture<ModelCosts> costs(RunSettings settings);

    /** The weights of the papers' feature network, which measuring may use. */
    FeatureWeights featureWeights();

    /** The published datasets, and how to get them. */
    DatasetShelf datasets();

    /**
     * Makes the run's folder below the workspace and starts training.
     *
     * @throws io.slimgan.base.UserError if the folder exists or cannot be made
     */
    TrainingSession start(Path workspace, String runName, RunSettings settings);

    /**
     * Goes on with a run from its newest complete checkpoint.
     *
     * @param changed settings to go on with, where they may differ: steps, learning rate, lambda, intervals
     * @throws io.slimgan.base.UserError if another process writes the run, or a setting differs that may not
     */
    TrainingSession resume(Path runFolder, Optional<RunSettings> changed);

    /** The session that trains this run in this process. */
    Optional<TrainingSession> sessionOf(Path runFolder);

    /**
     * A door to generated images of a run: of the model in training where this process trains it, else of its
     * checkpoints. Each view that draws takes one of its own, and closes it.
     */
    Preview preview(Path runFolder);

    /**
     * How long a checkpoint's generator takes to draw: as it was measured before, else measured on the evaluation thread,
     * where nothing else is measured meanwhile, and kept with the run, where reports find it too.
     */
    CompletableFuture<DrawingTimes> drawingTimes(EvaluationSubject.Checkpoint checkpoint);

    /**
     * Begins a report: what was not measured yet is measured on the evaluation thread, the rest is gathered in the
     * background.
     */
    ReportJob report(ReportRequest request);

    /** Stops and saves every session, then frees the engine. Waits. */
    @Override
    void close();
}
