package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.config.Defaults;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsProblem;
import io.slimgan.config.SettingsReading;
import io.slimgan.config.SettingsTexts;
import io.slimgan.session.Benchmark;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Times training steps and the generator; same options and same JSON as the PyTorch reference's bench.py. */
@Command(
        name = "bench",
        description = "Times whole training steps on noise and 16 images at each width; prints one line of JSON.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class BenchCommand implements Runnable {

    /** Backbones by the names of the PyTorch reference's benchmark, and their own. */
    private static final Map<String, String> BACKBONES =
            Map.of("dc", "sndcgan", "res", "sngan", "cond", "cganpd", "big", "biggan");

    @Option(
            names = "--arch",
            defaultValue = "dc",
            description = "The backbone: dc (SNDCGAN), res (SNGAN), cond (cGAN-pd, 10 classes) or big (BigGAN, 10"
                    + " classes). Default: dc.")
    private String arch;

    @Option(names = "--size", defaultValue = "32", description = "Image size in pixels. Default: 32.")
    private int size;

    @Option(names = "--nf", defaultValue = "64", description = "Channels of both networks. Default: 64.")
    private int nf;

    @Option(names = "--share", defaultValue = "4", description = "Shared discriminator layers. Default: 4.")
    private int share;

    @Option(names = "--batch", defaultValue = "64", description = "Images per batch. Default: 64.")
    private int batch;

    @Option(names = "--steps", defaultValue = "10", description = "Timed steps, after two untimed. Default: 10.")
    private int steps;

    @Option(names = "--n-dis", defaultValue = "1", description = "Discriminator updates per step. Default: 1.")
    private int updates;

    @Option(names = "--threads", defaultValue = "2", description = "CPU threads. Default: 2.")
    private int threads;

    @Option(
            names = "--precision",
            defaultValue = "float32",
            description = "Of the convolutions: float32 or bf16. Default: float32.")
    private String precision;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        RunSettings settings = settings();
        if (steps < 1) {
            throw new UserError("--steps is " + steps + "; allowed is a whole number from 1.");
        }
        Benchmark.Result result = Benchmark.run(settings, steps);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json(result));
        out.flush();
    }

    private RunSettings settings() {
        String backbone = BACKBONES.get(arch);
        if (backbone == null) {
            throw new UserError("--arch is " + arch + "; allowed are dc (SNDCGAN), res (SNGAN), cond (cGAN-pd) and big"
                    + " (BigGAN).");
        }
        Map<String, String> texts = new LinkedHashMap<>(SettingsTexts.of(Defaults.settings()));
        texts.put("model.backbone", backbone);
        if (arch.equals("cond") || arch.equals("big")) {
            texts.put("model.classes", "10");
        }
        if (arch.equals("big")) {
            texts.put("model.latent_size", "120");
            texts.put("model.generator_spectral_norm", "true");
        }
        if (!arch.equals("dc")) {
            texts.put("training.optimizer.beta1", "0");
            texts.put("training.optimizer.beta2", "0.9");
        }
        texts.put("engine.precision", precision);
        texts.put("data.image_size", Integer.toString(size));
        texts.put("model.generator_channels", Integer.toString(nf));
        texts.put("model.discriminator_channels", Integer.toString(nf));
        texts.put("discriminator.shared_layers", Integer.toString(share));
        texts.put("training.batch_size", Integer.toString(batch));
        texts.put("training.discriminator_steps", Integer.toString(updates));
        texts.put("engine.threads", Integer.toString(threads));
        SettingsReading reading = SettingsTexts.read(texts);
        return reading.settings()
                .orElseThrow(() -> new UserError(reading.problems().stream()
                        .map(SettingsProblem::message)
                        .collect(Collectors.joining("\n"))));
    }

    private String json(Benchmark.Result result) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("arch", arch);
        all.put("size", size);
        all.put("nf", nf);
        all.put("share", share);
        all.put("batch", batch);
        all.put("steps", steps);
        all.put("n_dis", updates);
        all.put("threads", threads);
        all.put("precision", precision);
        all.put("torch", result.engine());
        all.put("step_s", rounded(result.stepSeconds(), 4));
        all.put("step_min_s", rounded(result.stepMinSeconds(), 4));
        Map<String, Double> grid = new LinkedHashMap<>();
        result.sixteenImagesMillis()
                .forEach((width, millis) -> grid.put(Double.toString(width.multiplier()), rounded(millis, 2)));
        all.put("sixteen_images_ms", grid);
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static double rounded(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
