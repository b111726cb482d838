package io.slimgan.nn.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/**
 * What computes here.
 *
 * @param engine such as "PyTorch 2.7.1"
 * @param binding such as "DJL 0.35.1"
 * @param gpus graphics processors that the engine can use
 */
public record EngineFacts(String engine, String binding, int gpus) {

    private static final String NAME = "PyTorch";

    /**
     * Loads the engine's native libraries if they are not there yet; seconds at the first call of a process.
     *
     * @throws IllegalStateException if they cannot be loaded
     */
    public static EngineFacts load() {
        Engine engine = Engine.getEngine(NAME);
        return new EngineFacts(NAME + " " + engine.getVersion(), "DJL " + Engine.getDjlVersion(), engine.getGpuCount());
    }

    /** How many threads an operation called from this thread may use from now on. */
    public static void useThreads(int threads) {
        JniUtils.setNumThreads(threads);
    }

    /** How many threads an operation called from this thread may use. */
    public static int threads() {
        return JniUtils.getNumThreads();
    }

    /** The device of this choice: the first GPU or the CPU. */
    public static Device device(boolean gpu) {
        return gpu ? Device.gpu() : Device.cpu();
    }
}
