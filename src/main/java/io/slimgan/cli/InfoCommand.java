package io.slimgan.cli;

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
            costs = Answers.await(room.costs(settings));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? json(costs) : text(settings, costs));
        out.flush();
    }

    static String json(ModelCosts costs) {
        List<Map<String, Object>> widths = new ArrayList<>();
        for (WidthCosts width : costs.widths()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("width", width.width().multiplier());
            entry.put("parameters", width.parameters());
            entry.put("macs", width.macs());
            entry.put("macs_profiler", width.macsProfiler());
            widths.add(entry);
        }
        Map<String, Object> generator = new LinkedHashMap<>();
        generator.put("parameters", costs.generatorParameters());
        generator.put("widths", widths);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("generator", generator);
        all.put("discriminator", Map.of("parameters", costs.discriminatorParameters()));
        return JsonMapper.shared().writeValueAsString(all);
    }

    private static String text(RunSettings settings, ModelCosts costs) {
        StringBuilder text = new StringBuilder();
        int size = settings.data().imageSize();
        text.append(format(
                "%s, %d x %d pixels%n%n", settings.model().backbone().name().toLowerCase(Locale.ROOT), size, size));
        text.append(format("%-8s%16s%18s%18s%n", "width", "parameters", "MACs/image", "MACs (profiler)"));
        for (WidthCosts width : costs.widths()) {
            text.append(format(
                    "%-8s%,16d%,18d%,18d%n",
                    width.width().label(), width.parameters(), width.macs(), width.macsProfiler()));
        }
        text.append(format("%n%-24s%,16d%n", "generator, stored", costs.generatorParameters()));
        text.append(format("%-24s%,16d%n", "discriminators", costs.discriminatorParameters()));
        text.append("\nThe profiler's convention counts a transposed convolution at its output's resolution and"
                + " normalisation too.");
        return text.toString();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
