package io.slimgan.session;

import io.slimgan.config.RunSettings;
import io.slimgan.models.NetworkCosts;
import io.slimgan.nn.engine.EngineFacts;

/** What the engine and the networks are, as the outward records tell it. For background threads. */
final class EngineLook {

    private EngineLook() {}

    /** Loads the engine at its first call. */
    static EngineInfo info(ProcessMemory memory) {
        EngineFacts facts = EngineFacts.load();
        return new EngineInfo(
                facts.engine(),
                facts.binding(),
                facts.gpus() > 0 ? "GPU" : "CPU",
                Runtime.getRuntime().availableProcessors(),
                Runtime.version().toString(),
                memory.residentBytes(),
                ProcessMemory.totalBytes());
    }

    static ModelCosts costs(RunSettings settings) {
        NetworkCosts costs = NetworkCosts.of(settings);
        return new ModelCosts(
                costs.generatorParameters(),
                costs.widths().stream()
                        .map(w -> new ModelCosts.WidthCosts(
                                w.width(), w.parameters(), w.macs(), w.macsExecuted(), w.macsProfiler()))
                        .toList(),
                costs.discriminatorParameters(),
                costs.discriminatorMacs());
    }
}
