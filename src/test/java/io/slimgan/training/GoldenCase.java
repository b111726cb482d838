package io.slimgan.training;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.DiscriminatorSettings.JudgedWidths;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.config.DiscriminatorSettings.SpectralNormPolicy;
import io.slimgan.config.EngineSettings;
import io.slimgan.config.EngineSettings.DeviceChoice;
import io.slimgan.config.LoggingSettings;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case of numbers from the PyTorch reference: its settings (.json) and its arrays (.npz).
 *
 * @param name the file's name without its ending
 * @param settings the case's settings as a run's
 * @param steps training steps in the case
 * @param zeroGradient biases in front of a batch normalisation, whose exact gradient is zero
 * @param arrays by the keys of the reference's export
 */
record GoldenCase(
        String name, RunSettings settings, int steps, Set<String> zeroGradient, Map<String, HostTensor> arrays) {

    private static final double HALF_A_UNIT = 6e-8;

    static GoldenCase read(Path json, SpectralNormPolicy policy) {
        String name = json.getFileName().toString().replaceAll("\\.json$", "");
        JsonNode node = JsonMapper.builder().build().readTree(json.toFile());
        Set<String> zero = new HashSet<>();
        node.get("zero_gradient").forEach(entry -> zero.add(entry.asString()));
        return new GoldenCase(
                name,
                settings(node, policy),
                node.get("steps").asInt(),
                zero,
                NumpyArchive.read(json.resolveSibling(name + ".npz")));
    }

    /** Whether this version has the case's networks. */
    static boolean isSupported(Path json) {
        return JsonMapper.builder().build().readTree(json.toFile()).has("arch");
    }

    private static RunSettings settings(JsonNode node, SpectralNormPolicy policy) {
        List<Double> widths = new ArrayList<>();
        node.get("widths").forEach(width -> widths.add(width.asDouble()));
        boolean widestOnly = !node.get("judged").isNull();
        Kind kind = Kind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT));
        return new RunSettings(
                RunSettings.SCHEMA,
                0,
                new DataSettings(Dataset.SHAPES, "", node.get("size").asInt()),
                new ModelSettings(
                        backbone(node),
                        node.get("nz").asInt(),
                        node.get("ngf").asInt(),
                        node.get("ndf").asInt(),
                        widths,
                        1,
                        false,
                        node.get("classes").asInt(),
                        node.get("norm").asString().equals("naive") ? ConditionalNorm.NAIVE : ConditionalNorm.SLICEABLE,
                        !isBig(node),
                        isBig(node) ? Initialisation.ORTHOGONAL : Initialisation.XAVIER,
                        isBig(node)),
                new DiscriminatorSettings(
                        kind, node.get("share").asInt(), widestOnly ? JudgedWidths.WIDEST : JudgedWidths.ALL, policy),
                new TrainingSettings(
                        Math.max(1, node.get("steps").asInt()),
                        node.get("batch").asInt(),
                        node.get("n_dis").asInt(),
                        Loss.HINGE,
                        !node.has("stepwise") || node.get("stepwise").asBoolean()
                                ? Distillation.STEPWISE
                                : Distillation.NAIVE,
                        node.get("lam").asDouble(),
                        new OptimizerSettings(
                                node.get("lr").asDouble(),
                                node.get("betas").get(0).asDouble(),
                                node.get("betas").get(1).asDouble(),
                                1e-8)),
                new LoggingSettings(1, 100, 4),
                new CheckpointSettings(100, 10, 1),
                new EngineSettings(DeviceChoice.CPU, 2));
    }

    /** BigGAN: textbook shortcuts, orthogonal weights, spectral norm in the generator too. */
    private static boolean isBig(JsonNode node) {
        return node.get("arch").asString().equals("big");
    }

    private static Backbone backbone(JsonNode node) {
        if (node.get("arch").asString().equals("dc")) {
            return Backbone.SNDCGAN;
        }
        if (isBig(node)) {
            return Backbone.BIGGAN;
        }
        return node.get("classes").asInt() > 0 ? Backbone.CGANPD : Backbone.SNGAN;
    }

    /** The real batch of a step with its labels. */
    LabelledBatch real(int step) {
        return new LabelledBatch(array("step." + step + ".real"), labels("step." + step + ".real_y"));
    }

    /** Latents and labels under two keys. */
    LatentBatch draw(String z, String y) {
        return new LatentBatch(array(z).values(), labels(y));
    }

    private int[] labels(String key) {
        HostTensor stored = arrays.get(key);
        if (stored == null) {
            return new int[0];
        }
        int[] labels = new int[stored.values().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) stored.values()[i];
        }
        return labels;
    }

    /** The same case from weights that are moved by half a unit in their last place, at random. */
    GoldenCase nudged(int seed) {
        Map<String, HostTensor> moved = new LinkedHashMap<>(arrays);
        arrays.forEach((key, tensor) -> {
            if (key.startsWith("G.") && !key.endsWith("num_batches_tracked")) {
                RandomGenerator random = KeyedRandom.stream(seed, Purpose.BENCHMARK, key.hashCode());
                float[] values = tensor.values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (values[i] * (1 + HALF_A_UNIT * random.nextGaussian()));
                }
                moved.put(key, new HostTensor(values, tensor.shape()));
            }
        });
        return new GoldenCase(name, settings, steps, zeroGradient, moved);
    }

    HostTensor array(String key) {
        HostTensor array = arrays.get(key);
        if (array == null) {
            throw new IllegalArgumentException(name + ".npz has no array " + key);
        }
        return array;
    }

    /** The arrays below a prefix, without it. */
    Map<String, HostTensor> below(String prefix) {
        Map<String, HostTensor> found = new LinkedHashMap<>();
        arrays.forEach((key, array) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), array);
            }
        });
        return found;
    }

    /** The latents of the case instead of drawn ones. */
    Latents latents() {
        return new Latents() {
            @Override
            public LatentBatch discriminator(long step, int update, Width width, int count) {
                String of = "step." + step + ".d%s." + update + "." + width.index();
                return draw(of.formatted("z"), of.formatted("y"));
            }

            @Override
            public LatentBatch generator(long step, Width width, int count) {
                String of = "step." + step + ".g%s." + width.index();
                return draw(of.formatted("z"), of.formatted("y"));
            }

            @Override
            public LatentBatch distillation(long step, int count) {
                return draw("step." + step + ".fixed_z", "step." + step + ".fixed_y");
            }
        };
    }
}
