package io.slimgan.training;

import io.slimgan.base.HostTensor;
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
import io.slimgan.config.RunSettings;
import io.slimgan.config.TrainingSettings;
import io.slimgan.config.TrainingSettings.Distillation;
import io.slimgan.config.TrainingSettings.Loss;
import io.slimgan.config.TrainingSettings.OptimizerSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        JsonNode node = JsonMapper.builder().build().readTree(json.toFile());
        return node.has("arch") && node.get("arch").asString().equals("dc");
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
                        Backbone.SNDCGAN,
                        node.get("nz").asInt(),
                        node.get("ngf").asInt(),
                        node.get("ndf").asInt(),
                        widths,
                        1,
                        false),
                new DiscriminatorSettings(
                        kind, node.get("share").asInt(), widestOnly ? JudgedWidths.WIDEST : JudgedWidths.ALL, policy),
                new TrainingSettings(
                        node.get("steps").asInt(),
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
            public float[] discriminator(long step, int update, Width width, int count) {
                return array("step." + step + ".dz." + update + "." + width.index())
                        .values();
            }

            @Override
            public float[] generator(long step, Width width, int count) {
                return array("step." + step + ".gz." + width.index()).values();
            }

            @Override
            public float[] distillation(long step, int count) {
                return array("step." + step + ".fixed_z").values();
            }
        };
    }
}
