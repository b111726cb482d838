package io.slimgan.cli;

import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.ModelCosts;
import io.slimgan.session.ModelCosts.WidthCosts;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says what networks cost. */
@Command(
        name = "info",
        description = "Prints parameters and MACs (multiply-accumulates per image) of each width.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class InfoCommand implements Runnable {

    private static final double MI = 1 << 20;

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(
            paramLabel = "CONFIG|RUN",
            description = "A settings file, a run's folder, or a run's name in --workspace.")
    private String subject;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--json", description = "As one line of JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    InfoCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public void run() {
        RunSettings settings = options.networksOf(subject);
        ModelCosts costs;
        try (EngineRoom room = engineRooms.get()) {
            costs = named(settings, Answers.await(room.costs(settings)));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(costs) : text(settings, costs));
        out.flush();
    }

    /** An individual run's only width goes by the narrow one that it stands for. */
    private static ModelCosts named(RunSettings settings, ModelCosts costs) {
        if (settings.model().widths().size() > 1) {
            return costs;
        }
        Width narrow = new Width(settings.model().individualWidth(), 0);
        return new ModelCosts(
                costs.generatorParameters(),
                costs.widths().stream().map(width -> width.named(narrow)).toList(),
                costs.discriminatorParameters(),
                costs.discriminatorMacs());
    }

    static String json(ModelCosts costs) {
        List<Map<String, Object>> widths = new ArrayList<>();
        for (WidthCosts width : costs.widths()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("width", width.width().multiplier());
            entry.put("parameters", width.parameters());
            entry.put("macs", width.macs());
            entry.put("macs_executed", width.macsExecuted());
            entry.put("macs_profiler", width.macsProfiler());
            widths.add(entry);
        }
        Map<String, Object> generator = new LinkedHashMap<>();
        generator.put("parameters", costs.generatorParameters());
        generator.put("widths", widths);
        Map<String, Object> discriminator = new LinkedHashMap<>();
        discriminator.put("parameters", costs.discriminatorParameters());
        discriminator.put("macs", costs.discriminatorMacs());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("generator", generator);
        all.put("discriminator", discriminator);
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static String text(RunSettings settings, ModelCosts costs) {
        StringBuilder text = new StringBuilder();
        int size = settings.data().imageSize();
        text.append(format(
                "%s, %d x %d pixels%n%n", settings.model().backbone().name().toLowerCase(Locale.ROOT), size, size));
        text.append(format(
                "%-8s%16s%10s%18s%18s%18s%n",
                "width", "parameters", "/ 2^20", "MACs/image", "MACs (executed)", "MACs (profiler)"));
        for (WidthCosts width : costs.widths()) {
            text.append(format(
                    "%-8s%,16d%10.2f%,18d%,18d%,18d%n",
                    width.width().label(),
                    width.parameters(),
                    width.parameters() / MI,
                    width.macs(),
                    width.macsExecuted(),
                    width.macsProfiler()));
        }
        text.append(format(
                "%n%-24s%,16d%10.2f%n",
                "generator, stored", costs.generatorParameters(), costs.generatorParameters() / MI));
        text.append(format(
                "%-24s%,16d%10.2f%,18d%n",
                "discriminators",
                costs.discriminatorParameters(),
                costs.discriminatorParameters() / MI,
                costs.discriminatorMacs()));
        text.append("\nThe profiler's convention counts a transposed convolution at its output's resolution and"
                + " normalisation too; executed are fewer where a convolution beside a resized map runs on the small one."
                + " The discriminators' MACs are those of one. 2^20 parameters are the \"M\" of the paper's Table 5.");
        return text.toString();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
