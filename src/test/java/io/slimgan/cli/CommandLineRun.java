package io.slimgan.cli;

import io.slimgan.session.EngineRoom;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine;

/** Executes a command and keeps what it said. */
record CommandLineRun(int exitCode, String out, String err, int windowsOpened) {

    static CommandLineRun of(EngineRoom room, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        AtomicInteger windows = new AtomicInteger();
        CommandLine line = SlimGanCommand.create(() -> room, workspace -> windows.incrementAndGet());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(args);
        return new CommandLineRun(code, out.toString(), err.toString(), windows.get());
    }
}
