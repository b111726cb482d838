package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.training.StepReport;
import io.slimgan.training.TrainerState;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real engine, except that steps fail as a test wants it: after the step was taken, as a diverged one is. */
final class FaultyEngine implements StepEngine {

    private final StepEngine real;
    private final LongFunction<@Nullable RuntimeException> failureAfter;

    private FaultyEngine(StepEngine real, LongFunction<@Nullable RuntimeException> failureAfter) {
        this.real = real;
        this.failureAfter = failureAfter;
    }

    /** @param failureAfter what to throw after a step was taken; null for nothing */
    static StepEngine.Factory failing(LongFunction<@Nullable RuntimeException> failureAfter) {
        return settings -> new FaultyEngine(StepEngine.of(settings), failureAfter);
    }

    /** Cannot even be built. */
    static StepEngine.Factory unbuildable(Supplier<RuntimeException> failure) {
        return (RunSettings settings) -> {
            throw failure.get();
        };
    }

    @Override
    public long step() {
        return real.step();
    }

    @Override
    public StepReport step(List<LabelledBatch> realBatches) {
        StepReport report = real.step(realBatches);
        RuntimeException failure = failureAfter.apply(report.step());
        if (failure != null) {
            throw failure;
        }
        return report;
    }

    @Override
    public TrainerState capture() {
        return real.capture();
    }

    @Override
    public void restore(TrainerState state) {
        real.restore(state);
    }

    @Override
    public Map<String, HostTensor> generatorWeights() {
        return real.generatorWeights();
    }

    @Override
    public String device() {
        return real.device();
    }

    @Override
    public void close() {
        real.close();
    }
}
