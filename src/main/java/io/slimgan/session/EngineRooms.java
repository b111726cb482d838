package io.slimgan.session;

/** The door to the engine room that really computes. */
public final class EngineRooms {

    private EngineRooms() {}

    /** A room of this process; one is enough, as it shares the machine among its sessions. Loads nothing yet. */
    public static EngineRoom create() {
        return new LocalEngineRoom(StepEngine::of);
    }
}
