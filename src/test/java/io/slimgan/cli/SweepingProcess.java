package io.slimgan.cli;

import io.slimgan.session.EngineRooms;

/** The command line over the engine that really computes, as a program of its own that can be killed. */
final class SweepingProcess {

    private SweepingProcess() {}

    public static void main(String[] args) {
        System.exit(SlimGanCommand.create(EngineRooms::create, workspace -> {}).execute(args));
    }
}
