package io.slimgan.cli;

import io.slimgan.session.DatasetOffer;
import io.slimgan.session.DatasetOffer.OfferedFile;
import io.slimgan.session.EngineRoom;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells about one published dataset. */
@Command(
        name = "info",
        description = "Prints a dataset's terms of use, its files with sizes and MD5 sums, and where it goes.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class DataInfoCommand implements Runnable {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(paramLabel = "NAME", description = "Such as cifar10; slimgan data list names all.")
    private String name;

    @Spec
    private CommandSpec spec;

    DataInfoCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public void run() {
        DatasetOffer offer;
        try (EngineRoom room = engineRooms.get()) {
            offer = room.datasets().offer(name);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(offer.title() + ": " + offer.holds() + ", " + DataWords.size(offer.bytes()));
        out.println("Page: " + offer.page());
        out.println("Folder: " + offer.folder() + " (" + DataWords.state(offer) + ")");
        out.println();
        out.println("Terms of use");
        DataWords.paragraph(offer.terms()).forEach(out::println);
        out.println();
        out.println("Files");
        for (OfferedFile file : offer.files()) {
            out.println(file.name() + "  " + DataWords.size(file.bytes()) + "  MD5 " + file.md5());
            file.addresses().forEach(address -> out.println("    " + address));
        }
        if (offer.needsLogin()) {
            out.println();
            DataWords.paragraph(offer.byHand()).forEach(out::println);
        }
        out.flush();
    }
}
