package io.slimgan.cli;

import io.slimgan.session.EngineRooms;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A run of two widths on the built-in images that the engine really trains, in seconds. */
final class TinyRun {

    /** Its settings file; checkpoints at steps 1 and 2. */
    static final String SETTINGS = """
            data: {image_size: 16}
            model: {generator_channels: 16, discriminator_channels: 16, latent_size: 8, widths: [0.5, 1]}
            training: {steps: 2, batch_size: 4}
            logging: {sample_columns: 3, scalars_every_steps: 1}
            checkpoints: {every_steps: 1}
            engine: {device: cpu, threads: 1}
            """;

    private TinyRun() {}

    /** Executes a command over the engine that really computes. */
    static CommandLineRun slimgan(Path workspace, String... args) {
        String[] all = Stream.concat(Stream.of(args), Stream.of("--workspace", workspace.toString()))
                .toArray(String[]::new);
        return CommandLineRun.of(EngineRooms.create(), all);
    }
}
