package io.slimgan.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.EngineSettings;
import io.slimgan.config.EngineSettings.DeviceChoice;
import io.slimgan.config.EngineSettings.Precision;
import io.slimgan.config.RunSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.nn.engine.Bfloat16;
import io.slimgan.nn.engine.EngineFacts;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.training.DiscriminatorUpdate.Labelled;
import io.slimgan.training.DiscriminatorUpdate.Verdict;
import io.slimgan.training.StepReport.PairReport;
import io.slimgan.training.StepReport.WidthReport;
import io.slimgan.training.Workers.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains one SlimGAN (Algorithm 1 of the paper, as executed by its code; method B.2). Owns all its native memory.
 *
 * <p>One thread only, the device thread, from {@link #create} to {@link #close}.
 */
public final class Trainer implements AutoCloseable {

    private static final int MOST_WORKERS = 4; // more parts than widths do not exist on the generator's side

    private final RunSettings settings;
    private final EngineOps ops;
    private final NDManager manager;
    private final Workers workers;
    private final Game game;
    private final DiscriminatorUpdate discriminatorUpdate;
    private final GeneratorUpdate generatorUpdate;
    private final Latents latents;
    private final BatchNormCounts batchNormCounts;
    private final Optional<GeneratorAverage> average;
    private final String device;
    private long step;

    private Trainer(RunSettings settings, EngineOps ops, NDManager manager, Workers workers, String device) {
        this.settings = settings;
        this.ops = ops;
        this.manager = manager;
        this.workers = workers;
        this.device = device;
        this.game = Game.create(ops, manager, settings, workers);
        this.discriminatorUpdate = new DiscriminatorUpdate(game);
        this.generatorUpdate = new GeneratorUpdate(game);
        this.latents = Latents.keyed(
                settings.seed(), settings.model().latentSize(), settings.model().classes());
        this.batchNormCounts = new BatchNormCounts(game.widths());
        this.average = GeneratorAverage.of(ops, manager, game.generator().store(), settings.training());
    }

    /**
     * Loads the engine and builds the networks with weights that depend on the seed alone.
     *
     * @throws UserError if the device is not there
     */
    public static Trainer create(RunSettings settings) {
        EngineFacts facts = EngineFacts.load();
        EngineSettings engine = settings.engine();
        if (engine.device() == DeviceChoice.GPU && facts.gpus() == 0) {
            throw new UserError("engine.device is gpu, but " + facts.engine()
                    + " finds no GPU on this machine; set it to auto or cpu.");
        }
        boolean bf16 = engine.precision() == Precision.BF16;
        boolean gpu = facts.gpus() > 0 && engine.device() != DeviceChoice.CPU;
        if (bf16 && !gpu && !Bfloat16.isNative()) {
            throw new UserError(
                    "engine.precision is bf16, but this machine's processor has no bfloat16 arithmetic of its"
                            + " own, or does not say so; set it to float32.");
        }
        int threads = engine.threads() == 0 ? Runtime.getRuntime().availableProcessors() : engine.threads();
        EngineFacts.useThreads(threads);
        Device device = EngineFacts.device(gpu);
        return new Trainer(
                settings,
                EngineOps.create(bf16),
                NDManager.newBaseManager(device),
                new Workers(threads, gpu ? 1 : MOST_WORKERS),
                gpu ? "GPU " + device.getDeviceId() : "CPU, " + threads + (threads == 1 ? " thread" : " threads"));
    }

    /** Finished steps (generator updates). */
    public long step() {
        return step;
    }

    /** What computes, such as "CPU, 2 threads". */
    public String device() {
        return device;
    }

    /** Arrays that the engine holds for this trainer; constant between steps, or memory leaks. */
    public long engineArrays() {
        return manager.getManagedArrays().size();
    }

    /**
     * One iteration: K discriminator updates and one generator update.
     *
     * @param realBatches K batches with N of at least 2, the last one's N is the generator's too
     * @throws DivergedException if a loss or gradient is not finite; the update it belongs to was not applied
     */
    public StepReport step(List<LabelledBatch> realBatches) {
        return step(realBatches, latents);
    }

    StepReport step(List<LabelledBatch> realBatches, Latents from) {
        long began = System.nanoTime();
        Map<Width, double[]> sums = new LinkedHashMap<>();
        int images = 0;
        for (int update = 0; update < realBatches.size(); update++) {
            updateDiscriminator(realBatches.get(update), update, from).forEach((width, verdict) -> {
                double[] sum = sums.computeIfAbsent(width, w -> new double[3]);
                sum[0] += verdict.loss();
                sum[1] += verdict.real();
                sum[2] += verdict.fake();
            });
            images += count(realBatches.get(update));
        }
        GeneratorUpdate.Outcome outcome = updateGenerator(count(realBatches.get(realBatches.size() - 1)), from);
        countStep();
        List<WidthReport> widths = new ArrayList<>();
        int updates = realBatches.size();
        sums.forEach((width, sum) -> widths.add(new WidthReport(
                width,
                sum[0] / updates,
                outcome.losses().getOrDefault(width, Double.NaN),
                sum[1] / updates,
                sum[2] / updates)));
        return new StepReport(step, widths, outcome.pairs(), (System.nanoTime() - began) / 1e9, images);
    }

    /** One update of all discriminators, the {@code update}-th of this step. */
    Map<Width, Verdict> updateDiscriminator(LabelledBatch realBatch, int update, Latents from) {
        int count = count(realBatch);
        try (EngineScope scope = EngineScope.plain()) {
            Map<Width, Labelled> fakes = fakes(scope, count, update, from);
            NDArray real = ops.channelsLast(ops.fromHost(manager, realBatch.images()));
            Map<Width, Verdict> verdicts =
                    discriminatorUpdate.run(new Labelled(real, game.classes(realBatch.labels())), fakes, step, update);
            verdicts.forEach((width, verdict) -> check(verdict.loss(), "the discriminator loss of width " + width));
            checkGradients(game.discriminator(), "discriminator");
            game.discriminator().update(settings.training().optimizer().ofDiscriminators());
            return verdicts;
        }
    }

    /** What each judged width draws for its discriminator, without a graph. */
    private Map<Width, Labelled> fakes(EngineScope scope, int count, int update, Latents from) {
        game.normaliseGenerator();
        List<Part<NDArray>> parts = new ArrayList<>();
        List<LatentBatch> draws = new ArrayList<>();
        List<Width> judged = game.network().judged();
        for (Width width : judged) {
            LatentBatch draw = from.discriminator(step, update, width, count);
            draws.add(draw);
            parts.add(new Part<>(
                    width.multiplier() * width.multiplier(), () -> game.passes().draw(width, draw)));
            batchNormCounts.add(width);
        }
        Map<Width, Labelled> fakes = new LinkedHashMap<>();
        List<NDArray> images = workers.run(parts);
        for (int i = 0; i < judged.size(); i++) {
            scope.adopt(images.get(i));
            fakes.put(
                    judged.get(i),
                    new Labelled(images.get(i), game.classes(draws.get(i).labels())));
        }
        return fakes;
    }

    /** The generator's update. */
    GeneratorUpdate.Outcome updateGenerator(int count, Latents from) {
        for (Width width : game.widths()) {
            if (game.network().judged().contains(width)) {
                batchNormCounts.add(width);
            }
            if (generatorUpdate.distils()) {
                batchNormCounts.add(width);
            }
        }
        GeneratorUpdate.Outcome outcome = generatorUpdate.run(from, step, count);
        outcome.losses().forEach((width, loss) -> check(loss, "the generator loss of width " + width));
        for (PairReport pair : outcome.pairs()) {
            check(pair.raw(), "the distillation of width " + pair.student() + " from " + pair.teacher());
        }
        checkGradients(game.generator(), "generator");
        game.generator().update(settings.training().optimizer());
        average.ifPresent(kept -> kept.add(step));
        return outcome;
    }

    /** Ends a step whose phases were called one by one. */
    void countStep() {
        step++;
    }

    private static int count(LabelledBatch batch) {
        return (int) batch.images().shape()[0];
    }

    private void check(double value, String where) {
        if (!Double.isFinite(value)) {
            throw new DivergedException(step + 1, where);
        }
    }

    /** Gradients are checked before they are applied, so the weights never become infinite. */
    private void checkGradients(TrainedNetwork network, String name) {
        network.firstInfinite().ifPresent(tensor -> {
            throw new DivergedException(step + 1, "a gradient of the " + name + " (" + tensor + ")");
        });
    }

    /** Everything that is needed to go on exactly, copied. */
    public TrainerState capture() {
        Map<String, HostTensor> optimizer = new LinkedHashMap<>();
        optimizer.putAll(game.generator().optimizerToHost("generator"));
        optimizer.putAll(game.discriminator().optimizerToHost("discriminator"));
        average.ifPresent(kept ->
                optimizer.putAll(GeneratorAverage.trainedToHost(game.generator().store())));
        return new TrainerState(
                step, generatorWeights(), game.discriminator().store().toHost(), optimizer);
    }

    /**
     * Goes back, or on, to a captured state.
     *
     * @throws IllegalArgumentException naming a tensor that is missing or of another shape
     */
    public void restore(TrainerState state) {
        if (average.isPresent()) {
            average.get().fromHost(state.generator());
            GeneratorAverage.trainedFromHost(game.generator().store(), state.optimizer());
        } else {
            game.generator().store().fromHost(state.generator());
        }
        game.discriminator().store().fromHost(state.discriminator());
        game.generator().optimizerFromHost("generator", state.optimizer());
        game.discriminator().optimizerFromHost("discriminator", state.optimizer());
        batchNormCounts.fromHost(state.generator());
        step = state.step();
    }

    /** A copy of the generator for sampling, its average where one is kept: parameters and running statistics, names of the PyTorch reference. */
    public Map<String, HostTensor> generatorWeights() {
        Map<String, HostTensor> weights = average.map(GeneratorAverage::toHost)
                .orElseGet(() -> game.generator().store().toHost());
        batchNormCounts.toHost(weights);
        return weights;
    }

    /** The players, for tests that compare gradients. */
    Game game() {
        return game;
    }

    @Override
    public void close() {
        workers.close();
        game.close();
        manager.close();
        ops.close();
    }
}
