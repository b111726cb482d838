package io.slimgan.session;

/**
 * What computes.
 *
 * @param engine such as "PyTorch 2.7.1"
 * @param binding such as "DJL 0.35.1"
 * @param device such as "CPU" or a GPU's name
 * @param threads threads of a training step
 * @param javaVersion of this process
 * @param residentBytes memory of this process
 * @param totalMemoryBytes memory of the machine
 */
public record EngineInfo(
        String engine,
        String binding,
        String device,
        int threads,
        String javaVersion,
        long residentBytes,
        long totalMemoryBytes) {}
