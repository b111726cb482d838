package io.slimgan.cli;

import io.slimgan.session.EngineRoom;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What concerns published datasets. */
@Command(
        name = "data",
        description = "Lists the datasets that the program reads, tells about one, or fetches it.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class DataCommand {

    private DataCommand() {}

    static CommandLine create(Supplier<EngineRoom> engineRooms) {
        return new CommandLine(new DataCommand())
                .addSubcommand(new DataListCommand(engineRooms))
                .addSubcommand(new DataInfoCommand(engineRooms))
                .addSubcommand(new DataFetchCommand(engineRooms));
    }
}
