package io.slimgan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.config.DataSettings;
import io.slimgan.config.Defaults;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.DiscriminatorSettings.JudgedWidths;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.config.DiscriminatorSettings.SpectralNormPolicy;
import io.slimgan.config.EngineSettings;
import io.slimgan.config.EngineSettings.DeviceChoice;
import io.slimgan.config.ImageFormat;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.config.TrainingSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.models.GeneratorSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    private static final int BATCH = 6;

    private static RunSettings settings(Kind kind, JudgedWidths judged, SpectralNormPolicy policy, double lambda) {
        RunSettings d = Defaults.settings();
        ModelSettings m = d.model();
        TrainingSettings t = d.training();
        return new RunSettings(
                d.schema(),
                3,
                new DataSettings(d.data().dataset(), "", 16),
                new ModelSettings(m.backbone(), 8, 16, 16, m.widths(), 1, false),
                new DiscriminatorSettings(kind, 3, judged, policy),
                new TrainingSettings(50, BATCH, 2, t.loss(), t.distillation(), lambda, t.optimizer()),
                d.logging(),
                d.checkpoints(),
                new EngineSettings(DeviceChoice.CPU, 2));
    }

    private static RunSettings slimGan() {
        return settings(Kind.SHARED, JudgedWidths.ALL, SpectralNormPolicy.PER_STEP, 20);
    }

    private static List<LabelledBatch> batches(long step) {
        List<LabelledBatch> batches = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            batches.add(new LabelledBatch(
                    new HostTensor(
                            KeyedRandom.normal(BATCH * 3 * 256, 5, Purpose.BENCHMARK, step, k),
                            new long[] {BATCH, 3, 16, 16}),
                    new int[BATCH]));
        }
        return batches;
    }

    private static TrainerState train(Trainer trainer, int steps) {
        for (int i = 0; i < steps; i++) {
            trainer.step(batches(trainer.step()));
        }
        return trainer.capture();
    }

    @ParameterizedTest
    @EnumSource(SpectralNormPolicy.class)
    void theSameSeedGivesTheSameBits(SpectralNormPolicy policy) {
        RunSettings settings = settings(Kind.SHARED, JudgedWidths.ALL, policy, 20);
        try (Trainer one = Trainer.create(settings);
                Trainer two = Trainer.create(settings)) {
            assertThat(train(one, 4)).isEqualTo(train(two, 4));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void goingOnFromACapturedStateIsExact(Kind kind) {
        RunSettings settings = settings(kind, JudgedWidths.ALL, SpectralNormPolicy.PER_STEP, 20);
        try (Trainer straight = Trainer.create(settings);
                Trainer resumed = Trainer.create(settings)) {
            TrainerState half = train(straight, 3);
            train(resumed, 1); // whatever it did before does not matter
            resumed.restore(half);
            assertThat(resumed.capture()).isEqualTo(half);
            assertThat(train(resumed, 3)).isEqualTo(train(straight, 3));
        }
    }

    @Test
    void theDiscriminatorsUpdateLeavesTheGeneratorsWeightsAndTheOtherWayRound() {
        try (Trainer trainer = Trainer.create(slimGan())) {
            TrainerState start = trainer.capture();
            Latents latents = Latents.keyed(1, 8, 0);
            trainer.updateDiscriminator(batches(0).get(0), 0, latents);
            TrainerState afterD = trainer.capture();
            assertThat(trained(afterD.generator())).isEqualTo(trained(start.generator()));
            assertThat(trained(afterD.discriminator())).isNotEqualTo(trained(start.discriminator()));
            trainer.updateGenerator(BATCH, latents);
            TrainerState afterG = trainer.capture();
            assertThat(trained(afterG.discriminator())).isEqualTo(trained(afterD.discriminator()));
            assertThat(trained(afterG.generator())).isNotEqualTo(trained(afterD.generator()));
        }
    }

    private static Map<String, HostTensor> trained(Map<String, HostTensor> tensors) {
        Map<String, HostTensor> trained = new LinkedHashMap<>(tensors);
        trained.keySet()
                .removeIf(name -> name.contains("running") || name.contains("sn_u") || name.contains("tracked"));
        return trained;
    }

    @Test
    void everyPassUpdatesTheRunningStatisticsOnce() {
        try (Trainer trainer = Trainer.create(slimGan())) {
            Map<String, HostTensor> weights = train(trainer, 3).generator();
            // K + 2 passes a step (method J): K = 2 fakes for D, one for G, one for the distillation
            assertThat(weights.get("b.0.bn.3.num_batches_tracked"))
                    .isEqualTo(new HostTensor(new float[] {3 * (2 + 2)}, new long[0]));
        }
    }

    @Test
    void withoutAdversarialLossNarrowWidthsAreOnlyDistilled() {
        RunSettings settings = settings(Kind.SHARED, JudgedWidths.WIDEST, SpectralNormPolicy.PER_STEP, 20);
        try (Trainer trainer = Trainer.create(settings)) {
            StepReport report = trainer.step(batches(0));
            assertThat(report.widths()).extracting(r -> r.width().multiplier()).containsExactly(1.0);
            assertThat(report.pairs()).hasSize(3);
            assertThat(trainer.capture().discriminator().keySet())
                    .as("only the widest has a discriminator")
                    .noneMatch(name -> name.contains(".at.1"));
        }
    }

    @Test
    void theWidestNeverGetsDistillation() {
        RunSettings settings = settings(Kind.SHARED, JudgedWidths.ALL, SpectralNormPolicy.PER_STEP, 20);
        RunSettings none = settings(Kind.SHARED, JudgedWidths.ALL, SpectralNormPolicy.PER_STEP, 0);
        try (Trainer with = Trainer.create(settings);
                Trainer without = Trainer.create(none)) {
            Latents latents = Latents.keyed(1, 8, 0);
            with.updateGenerator(BATCH, latents);
            without.updateGenerator(BATCH, latents);
            String widest = "b.0.bn.3.weight";
            String narrow = "b.0.bn.0.weight";
            assertThat(with.game().generator().gradient(widest).toFloatArray())
                    .isEqualTo(without.game().generator().gradient(widest).toFloatArray());
            assertThat(with.game().generator().gradient(narrow).toFloatArray())
                    .isNotEqualTo(without.game().generator().gradient(narrow).toFloatArray());
        }
    }

    @Test
    void aSliceEqualsAnIndividualGeneratorOfItsWeights() {
        try (Trainer trainer = Trainer.create(slimGan())) {
            Map<String, HostTensor> weights = train(trainer, 2).generator();
            ModelSettings slim = slimGan().model();
            for (Width width : slim.widthList()) {
                ModelSettings individual =
                        new ModelSettings(slim.backbone(), 8, width.channels(16), 8, List.of(1.0), 1, false);
                LatentBatch z = LatentBatch.ofSeeds(8, 0, List.of(1L, 2L, 3L, 4L, 5L));
                try (GeneratorSampler sliced = GeneratorSampler.create(slim, ImageFormat.colour(16), weights, 1);
                        GeneratorSampler alone = GeneratorSampler.create(
                                individual, ImageFormat.colour(16), slice(weights, width, 16), 1)) {
                    assertThat(alone.generate(new Width(1, 0), z)).isEqualTo(sliced.generate(width, z));
                }
            }
        }
    }

    /** The tensors of one width, copied out by hand. */
    private static Map<String, HostTensor> slice(Map<String, HostTensor> weights, Width width, int channels) {
        Map<String, HostTensor> sliced = new LinkedHashMap<>();
        int c = width.channels(channels);
        weights.forEach((name, tensor) -> {
            if (name.contains(".bn.")) {
                if (name.contains(".bn." + width.index() + ".")) {
                    sliced.put(name.replace(".bn." + width.index() + ".", ".bn.0."), tensor);
                }
                return;
            }
            long[] shape = tensor.shape().clone();
            switch (name) {
                case "l1.weight", "l1.bias" -> shape[0] = c * 16L;
                case "c.0.weight" -> {
                    shape[0] = c;
                    shape[1] = c >> 1;
                }
                case "c.1.weight" -> {
                    shape[0] = c >> 1;
                    shape[1] = c >> 2;
                }
                case "c.0.bias" -> shape[0] = c >> 1;
                case "c.1.bias" -> shape[0] = c >> 2;
                case "out.weight" -> shape[1] = c >> 2;
                default -> assertThat(name).isEqualTo("out.bias");
            }
            float[] values = new float[(int) HostTensor.elements(shape)];
            for (int i = 0; i < values.length; i++) {
                int rest = i;
                int from = 0;
                int stride = 1;
                for (int d = shape.length - 1; d >= 0; d--) {
                    from += rest % (int) shape[d] * stride;
                    rest /= (int) shape[d];
                    stride *= (int) tensor.shape()[d];
                }
                values[i] = tensor.values()[from];
            }
            sliced.put(name, new HostTensor(values, shape));
        });
        return sliced;
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void aNumberThatIsNotFiniteStopsTrainingAndSaysWhere(float poison) {
        try (Trainer trainer = Trainer.create(slimGan())) {
            train(trainer, 1);
            List<LabelledBatch> bad = batches(1);
            bad.get(0).images().values()[7] = poison;
            assertThatThrownBy(() -> trainer.step(bad))
                    .isInstanceOf(DivergedException.class)
                    .hasMessageContaining("step 2")
                    .hasMessageContaining("discriminator");
        }
    }

    @Test
    void shortBatchesAndSingleWidthsTrain() {
        RunSettings slim = slimGan();
        ModelSettings m = slim.model();
        RunSettings individual = new RunSettings(
                slim.schema(),
                slim.seed(),
                slim.data(),
                new ModelSettings(m.backbone(), 8, 32, 16, List.of(1.0), 0.5, true),
                slim.discriminator(),
                slim.training(),
                slim.logging(),
                slim.checkpoints(),
                slim.engine());
        try (Trainer trainer = Trainer.create(individual)) {
            LabelledBatch three = new LabelledBatch(
                    new HostTensor(KeyedRandom.normal(3 * 768, 1, Purpose.BENCHMARK), new long[] {3, 3, 16, 16}),
                    new int[3]);
            StepReport report = trainer.step(List.of(three, three));
            assertThat(report.widths()).hasSize(1);
            assertThat(report.pairs()).isEmpty();
            assertThat(report.images()).isEqualTo(6);
        }
    }

    @Test
    void aThousandStepsHoldTheSameArraysAndTheSameMemory() {
        try (Trainer trainer = Trainer.create(slimGan())) {
            train(trainer, 200);
            long arrays = trainer.engineArrays();
            long resident = residentKilobytes();
            train(trainer, 800);
            assertThat(trainer.engineArrays()).isEqualTo(arrays);
            assertThat(residentKilobytes())
                    .as("resident kB after 200 steps: %s", resident)
                    .isLessThan((long) (resident * 1.03));
        }
    }

    private static long residentKilobytes() {
        System.gc();
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
