package io.slimgan.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a test can send a signal to a process that it starts. */
final class Signals {

    private static final List<String> NAMES = List.of(
            "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1", "SEGV", "USR2", "PIPE", "ALRM",
            "TERM"); // in the order of their numbers, from 1
    private static final Path STATUS = Path.of("/proc/self/status");

    private Signals() {}

    /** Skips the test, and says so, where there is no kill command, or where the shell lets children ignore the signal. */
    static void assumeReaches(String signal) throws IOException {
        assumeTrue(
                Files.isExecutable(Path.of("/bin/kill")) || Files.isExecutable(Path.of("/usr/bin/kill")),
                "Skipped: this system has no kill command to send signals with.");
        assumeTrue(
                !ignored(signal),
                "Skipped: this process was started so that it ignores SIG" + signal
                        + ", as in the background of a shell, and so would the process it starts.");
    }

    private static boolean ignored(String signal) throws IOException {
        if (!Files.isReadable(STATUS)) {
            return false;
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(mask -> (mask >> NAMES.indexOf(signal) & 1) == 1);
    }
}
