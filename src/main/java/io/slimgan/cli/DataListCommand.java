package io.slimgan.cli;

import io.slimgan.session.DatasetOffer;
import io.slimgan.session.EngineRoom;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the published datasets. */
@Command(
        name = "list",
        description = "Lists the published datasets: their size, and whether they are there.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class DataListCommand implements Runnable {

    private final Supplier<EngineRoom> engineRooms;

    @Spec
    private CommandSpec spec;

    DataListCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public void run() {
        List<DatasetOffer> offers;
        try (EngineRoom room = engineRooms.get()) {
            offers = room.datasets().offers();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-10s%10s  %-12s%s%n", "name", "size", "state", "what it holds");
        for (DatasetOffer offer : offers) {
            out.printf(
                    Locale.ROOT,
                    "%-10s%10s  %-12s%s%n",
                    offer.name(),
                    DataWords.size(offer.bytes()),
                    DataWords.state(offer),
                    offer.holds());
        }
        out.println();
        out.println("slimgan data info NAME tells its terms of use and files; slimgan data fetch NAME fetches it.");
        out.flush();
    }
}
