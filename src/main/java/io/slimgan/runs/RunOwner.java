package io.slimgan.runs;

import java.time.Instant;

/**
 * Who writes a run.
 *
 * @param pid number of the process
 * @param host name of its machine
 * @param since when it took the run
 * @param thisProcess whether that is the process that asks
 */
public record RunOwner(long pid, String host, Instant since, boolean thisProcess) {

    /** Such as "process 4711 on lab3", for a sentence. */
    public String describe() {
        return thisProcess ? "this program" : "process " + pid + " on " + host;
    }
}
