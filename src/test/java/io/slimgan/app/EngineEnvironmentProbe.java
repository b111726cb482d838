package io.slimgan.app;

import ai.djl.engine.Engine;
import io.slimgan.base.UserFolders;

/** Loads the engine in a process of its own as main would, and lets the OpenMP runtime tell what it was given. */
final class EngineEnvironmentProbe {

    private EngineEnvironmentProbe() {}

    public static void main(String[] arguments) {
        EngineEnvironment.prepare(UserFolders.ofThisUser());
        NativeEnvironment.set("OMP_DISPLAY_ENV", "verbose");
        System.out.println("engine " + Engine.getInstance().getEngineName());
        System.out.println("offline " + System.getProperty("ai.djl.offline"));
    }
}
