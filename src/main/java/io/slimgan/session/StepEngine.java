package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.training.StepReport;
import io.slimgan.training.Trainer;
import io.slimgan.training.TrainerState;
import java.util.List;
import java.util.Map;

/**
 * The trainer as the device thread uses it. An interface so that tests can let it diverge or break at a chosen step;
 * the program itself has the one implementation below. One thread only: the device thread.
 */
interface StepEngine extends AutoCloseable {

    /** Builds the networks of a run, initialised by its seed. */
    interface Factory {
        StepEngine create(RunSettings settings);
    }

    /** Finished generator updates. */
    long step();

    /** One iteration of Algorithm 1 (method B.2). */
    StepReport step(List<LabelledBatch> realBatches);

    /** Everything that decides the steps to come, copied. */
    TrainerState capture();

    /** Goes to a captured state. */
    void restore(TrainerState state);

    /** The generator's weights and statistics, copied, by their names in a checkpoint. */
    Map<String, HostTensor> generatorWeights();

    /** Such as "CPU, 2 threads". */
    String device();

    @Override
    void close();

    /** The real one. */
    static StepEngine of(RunSettings settings) {
        Trainer trainer = Trainer.create(settings);
        return new StepEngine() {
            @Override
            public long step() {
                return trainer.step();
            }

            @Override
            public StepReport step(List<LabelledBatch> realBatches) {
                return trainer.step(realBatches);
            }

            @Override
            public TrainerState capture() {
                return trainer.capture();
            }

            @Override
            public void restore(TrainerState state) {
                trainer.restore(state);
            }

            @Override
            public Map<String, HostTensor> generatorWeights() {
                return trainer.generatorWeights();
            }

            @Override
            public String device() {
                return trainer.device();
            }

            @Override
            public void close() {
                trainer.close();
            }
        };
    }
}
