package io.slimgan.cli;

import io.slimgan.session.DatasetFetch;
import io.slimgan.session.DatasetOffer;
import io.slimgan.session.EngineRoom;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches a published dataset. */
@Command(
        name = "fetch",
        description =
                "Fetches a dataset from its authors' address and checks it. What has come is kept when it is interrupted;"
                        + " the same command goes on. Archives are kept as they are and read in place.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class DataFetchCommand implements Callable<Integer> {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(paramLabel = "NAME", description = "Such as cifar10; slimgan data list names all.")
    private String name;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Where to put it (default: datasets/NAME in the user's data folder, which data info prints).")
    private Optional<Path> into = Optional.empty();

    @Option(
            names = "--address",
            paramLabel = "URL",
            description =
                    "A mirror to fetch from instead: of the folder that holds the files, ending in /, or of the file."
                            + " The MD5 sums must be the same.")
    private Optional<URI> address = Optional.empty();

    @Spec
    private CommandSpec spec;

    DataFetchCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public Integer call() {
        try (EngineRoom room = engineRooms.get()) {
            DatasetOffer offer = room.datasets().offer(name);
            PrintWriter err = spec.commandLine().getErr();
            err.println("Terms of use of " + offer.title() + " (" + offer.page() + ")");
            DataWords.paragraph(offer.terms()).forEach(err::println);
            err.println();
            err.flush();
            DatasetFetch fetch = room.datasets().fetch(offer, into, address);
            Optional<Path> folder = EvaluationWatch.of(fetch, Terminal.of(err)).untilEnd();
            folder.ifPresent(found -> tell(offer, found));
            return folder.isPresent() ? 0 : Failures.INTERRUPTED;
        }
    }

    private void tell(DatasetOffer offer, Path folder) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(offer.title() + " is complete and checked: " + folder);
        out.println("Use it with: --set data.dataset=" + offer.name() + " --set data.path=" + folder);
        out.flush();
    }
}
