package io.slimgan.cli;

import io.slimgan.session.EngineRooms;

/** The command line over the engine that really computes, as a program of its own that can be interrupted. */
final class InterruptedMeasuring {

    private InterruptedMeasuring() {}

    public static void main(String[] args) {
        System.exit(SlimGanCommand.create(EngineRooms::create, workspace -> {}).execute(args));
    }
}
