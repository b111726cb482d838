package io.slimgan.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
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
import io.slimgan.config.EngineSettings.Precision;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.ModelSettings.ConditionalNorm;
import io.slimgan.config.ModelSettings.Initialisation;
import io.slimgan.config.RunSettings;
import io.slimgan.config.TrainingSettings;
import io.slimgan.config.TrainingSettings.Distillation;
import io.slimgan.config.TrainingSettings.Loss;
import io.slimgan.config.TrainingSettings.OptimizerSettings;
import io.slimgan.data.LabelledBatch;
import io.slimgan.models.GeneratorSampler;
import io.slimgan.nn.engine.Bfloat16;
import io.slimgan.training.Critics.PenaltyGradients;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be switched on for every network: average, spectral norm in G, orthogonal start, classes, grey. */
class OptionsTest {

    private static final int BATCH = 4;

    private static ModelSettings model(Backbone backbone, Initialisation start, boolean normalised) {
        boolean big = backbone == Backbone.BIGGAN;
        return new ModelSettings(
                backbone,
                big ? 12 : 8,
                big ? 32 : 16,
                16,
                List.of(0.5, 1.0),
                1,
                false,
                backbone.conditional() ? 3 : 0,
                ConditionalNorm.SLICEABLE,
                true,
                start,
                normalised);
    }

    private static RunSettings settings(ModelSettings model, int channels, double decay, long from) {
        return settings(model, channels, decay, from, Loss.HINGE);
    }

    private static RunSettings settings(ModelSettings model, int channels, double decay, long from, Loss loss) {
        RunSettings defaults = Defaults.settings();
        TrainingSettings t = defaults.training();
        int size = model.backbone().imageSizes().get(0);
        return new RunSettings(
                defaults.schema(),
                3,
                new DataSettings(
                        channels == 1 ? DataSettings.Dataset.MNIST : DataSettings.Dataset.SHAPES,
                        "",
                        size,
                        DataSettings.Split.CODE,
                        DataSettings.Labels.FINE,
                        channels == 1 ? DataSettings.Colour.GREY : DataSettings.Colour.RGB),
                model,
                new DiscriminatorSettings(Kind.SHARED, 1, JudgedWidths.ALL, SpectralNormPolicy.PER_STEP),
                new TrainingSettings(100, BATCH, 1, loss, Distillation.STEPWISE, 20, t.optimizer(), 10, decay, from),
                defaults.logging(),
                defaults.checkpoints(),
                defaults.engine());
    }

    private static List<LabelledBatch> batch(RunSettings settings, long step) {
        int size = settings.data().imageSize();
        int channels = settings.data().channels();
        float[] values = KeyedRandom.normal(BATCH * channels * size * size, 5, Purpose.BENCHMARK, step);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.tanh(values[i]);
        }
        return List.of(new LabelledBatch(
                new HostTensor(values, new long[] {BATCH, channels, size, size}), new int[] {0, 1, 2, 1}));
    }

    private static TrainerState train(Trainer trainer, RunSettings settings, int steps) {
        for (int i = 0; i < steps; i++) {
            trainer.step(batch(settings, trainer.step()));
        }
        return trainer.capture();
    }

    @ParameterizedTest
    @CsvSource({
        "SNDCGAN, XAVIER, false, 1", "SNDCGAN, ORTHOGONAL, true, 3", "SNGAN, XAVIER, true, 3",
        "CGANPD, ORTHOGONAL, false, 3", "CGANPD, XAVIER, true, 1", "BIGGAN, ORTHOGONAL, true, 3"
    })
    void everyNetworkTrainsGoesOnAndDrawsWithEveryOption(
            Backbone backbone, Initialisation start, boolean normalised, int channels) {
        RunSettings settings = settings(model(backbone, start, normalised), channels, 0.9, 1);
        TrainerState straight;
        TrainerState half;
        try (Trainer trainer = Trainer.create(settings)) {
            half = train(trainer, settings, 2);
            straight = train(trainer, settings, 2);
        }
        try (Trainer trainer = Trainer.create(settings)) {
            trainer.restore(half);
            assertThat(train(trainer, settings, 2)).isEqualTo(straight);
        }
        LatentBatch latents = LatentBatch.ofSeeds(
                settings.model().latentSize(), settings.model().classes(), List.of(1L, 2L));
        try (GeneratorSampler sampler =
                GeneratorSampler.create(settings.model(), settings.data().format(), straight.generator(), 2)) {
            for (Width width : settings.model().widthList()) {
                float[] images = sampler.generate(width, latents);
                int size = settings.data().imageSize();
                assertThat(images).hasSize(2 * 3 * size * size);
                for (float value : images) {
                    assertThat(value).isBetween(-1f, 1f);
                }
                if (channels == 1) {
                    assertThat(images[5]).isEqualTo(images[size * size + 5]).isEqualTo(images[2 * size * size + 5]);
                }
            }
        }
    }

    /** By hand from what training without an average goes through: equal until the step, then the recursion. */
    @Test
    void theAverageIsTheRecursionOfItsDefinition() {
        ModelSettings model = model(Backbone.SNDCGAN, Initialisation.XAVIER, false);
        RunSettings plain = settings(model, 3, 0, 0);
        RunSettings averaged = settings(model, 3, 0.75, 2);
        Map<String, HostTensor> expected = new LinkedHashMap<>();
        try (Trainer trainer = Trainer.create(plain);
                Trainer keeping = Trainer.create(averaged)) {
            for (int step = 0; step < 5; step++) {
                Map<String, HostTensor> now = train(trainer, plain, 1).generator();
                for (Map.Entry<String, HostTensor> entry : now.entrySet()) {
                    float[] values = entry.getValue().values().clone();
                    HostTensor before = expected.get(entry.getKey());
                    for (int i = 0; step >= 2 && before != null && i < values.length; i++) {
                        values[i] = (float) (0.75 * before.values()[i] + 0.25 * values[i]);
                    }
                    expected.put(
                            entry.getKey(),
                            new HostTensor(values, entry.getValue().shape()));
                }
                Map<String, HostTensor> found = train(keeping, averaged, 1).generator();
                for (String name : List.of("l1.weight", "c.1.weight", "b.0.bn.1.running_var", "out.bias")) {
                    float[] want = Objects.requireNonNull(expected.get(name)).values();
                    float[] got = Objects.requireNonNull(found.get(name)).values();
                    for (int i = 0; i < want.length; i++) {
                        assertThat(got[i]).as(name + " after step " + step).isCloseTo(want[i], within(2e-6f));
                    }
                }
            }
        }
    }

    @Test
    void orthogonalWeightsHaveOrthonormalRowsOrColumns() {
        RunSettings settings = settings(model(Backbone.SNGAN, Initialisation.ORTHOGONAL, false), 3, 0, 0);
        try (Trainer trainer = Trainer.create(settings)) {
            trainer.capture().generator().forEach((name, tensor) -> {
                if (name.endsWith(".weight") && tensor.shape().length >= 2) {
                    assertOrthonormal(name, tensor);
                }
            });
        }
    }

    private static void assertOrthonormal(String name, HostTensor tensor) {
        int rows = (int) tensor.shape()[0];
        int columns = tensor.values().length / rows;
        boolean wide = rows <= columns;
        int vectors = Math.min(rows, columns);
        for (int a = 0; a < vectors; a++) {
            for (int b = a; b < vectors; b++) {
                double product = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    product += wide
                            ? (double) tensor.values()[a * columns + k] * tensor.values()[b * columns + k]
                            : (double) tensor.values()[k * columns + a] * tensor.values()[k * columns + b];
                }
                assertThat(product).as(name).isCloseTo(a == b ? 1 : 0, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void everyLossTrainsEveryKindOfDiscriminator(Loss loss) {
        for (Backbone backbone : List.of(Backbone.SNDCGAN, Backbone.CGANPD)) {
            RunSettings settings = settings(model(backbone, Initialisation.XAVIER, false), 3, 0, 0, loss);
            try (Trainer trainer = Trainer.create(settings)) {
                train(trainer, settings, 1);
                long arrays = trainer.engineArrays();
                train(trainer, settings, 3);
                assertThat(trainer.engineArrays()).as("engine arrays, constant").isEqualTo(arrays);
            }
        }
    }

    /** Second derivatives: the penalty's slope along a direction of the weights, against differences of the penalty. */
    @ParameterizedTest
    @EnumSource(
            value = Backbone.class,
            names = {"SNDCGAN", "SNGAN"})
    void thePenaltysGradientIsItsDerivative(Backbone backbone) {
        RunSettings settings = settings(model(backbone, Initialisation.XAVIER, false), 3, 0, 0, Loss.WASSERSTEIN);
        try (Trainer trainer = Trainer.create(settings)) {
            Game game = trainer.game();
            game.normaliseForUpdate(20);
            Width width = game.network().judged().get(1);
            NDArray images = game.ops()
                    .fromHost(game.manager(), batch(settings, 0).get(0).images());
            PenaltyGradients found = game.critics().penaltyGradients(width, images, Optional.empty(), 10, 0, BATCH);
            assertThat(found.penalty()).isPositive();
            double squares = 0;
            for (NDArray gradient : found.gradients()) {
                for (float value : gradient.toFloatArray()) {
                    squares += (double) value * value;
                }
            }
            double step = 1e-4 / Math.sqrt(squares); // small: where a ReLU switches, the penalty jumps
            double along = squares * step;
            double up = penaltyAt(game, width, images, found, step);
            double down = penaltyAt(game, width, images, found, -step);
            assertThat((up - down) / 2).isCloseTo(along, withinPercentage(2));
        }
    }

    /** The penalty with all weights moved along its gradient. */
    private static double penaltyAt(Game game, Width width, NDArray images, PenaltyGradients along, double step) {
        List<NDArray> places = new ArrayList<>();
        List<NDArray> before = new ArrayList<>();
        for (int i = 0; i < along.names().size(); i++) {
            String name = along.names().get(i);
            NDArray place = name.endsWith(".weight")
                    ? game.spectralNorm().normalised(name.substring(0, name.length() - ".weight".length()))
                    : game.discriminator().store().get(name);
            places.add(place);
            before.add(place.duplicate());
            game.ops()
                    .assign(
                            List.of(place),
                            List.of(place.add(along.gradients().get(i).mul((float) step))));
        }
        double penalty = game.critics()
                .penaltyGradients(width, images, Optional.empty(), 10, 0, BATCH)
                .penalty();
        game.ops().assign(places, before);
        return penalty;
    }

    /** Eight bits of mantissa: images and losses are the same to some hundredths, and weights stay float32. */
    @Test
    void coarserConvolutionsTrainAlmostTheSame() {
        assumeTrue(Bfloat16.isNative(), "this processor has no bfloat16 arithmetic");
        RunSettings exact = settings(model(Backbone.SNGAN, Initialisation.XAVIER, false), 3, 0, 0);
        try (Trainer fine = Trainer.create(exact);
                Trainer coarse = Trainer.create(exact.with(new EngineSettings(DeviceChoice.CPU, 1, Precision.BF16)))) {
            StepReport a = fine.step(batch(exact, 0));
            StepReport b = coarse.step(batch(exact, 0));
            for (int i = 0; i < a.widths().size(); i++) {
                double loss = a.widths().get(i).lossD();
                assertThat(b.widths().get(i).lossD())
                        .isNotEqualTo(loss)
                        .isCloseTo(loss, within(0.05 * Math.max(1, Math.abs(loss))));
            }
        }
    }

    /** Adam's first step moves every weight with a gradient by the learning rate. */
    @Test
    void discriminatorsMayHaveAStepSizeOfTheirOwn() {
        RunSettings settings = settings(model(Backbone.SNDCGAN, Initialisation.XAVIER, false), 3, 0, 0);
        TrainingSettings t = settings.training();
        RunSettings two = settings.with(new TrainingSettings(
                t.steps(),
                t.batchSize(),
                1,
                t.loss(),
                t.distillation(),
                t.distillationWeight(),
                new OptimizerSettings(1e-4, 0.5, 0.999, 1e-12, 4e-4)));
        try (Trainer trainer = Trainer.create(two)) {
            TrainerState before = trainer.capture();
            TrainerState after = train(trainer, two, 1);
            assertThat(furthest(before.generator(), after.generator(), "l1.weight"))
                    .isCloseTo(1e-4, within(1e-6));
            assertThat(furthest(before.discriminator(), after.discriminator(), "c.0.at.0.weight"))
                    .isCloseTo(4e-4, within(1e-6));
        }
    }

    private static double furthest(Map<String, HostTensor> from, Map<String, HostTensor> to, String name) {
        float[] a = Objects.requireNonNull(from.get(name)).values();
        float[] b = Objects.requireNonNull(to.get(name)).values();
        double furthest = 0;
        for (int i = 0; i < a.length; i++) {
            furthest = Math.max(furthest, Math.abs((double) a[i] - b[i]));
        }
        return furthest;
    }
}
