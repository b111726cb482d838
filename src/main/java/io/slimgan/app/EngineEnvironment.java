package io.slimgan.app;

import io.slimgan.base.UserFolders;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings that the engine wants before its native libraries load, given by the program so that nobody has to: no
 * network and no usage report, libraries unpacked into our own cache, and OpenMP threads that sleep while they wait. What
 * the user has set already stays. docs/decisions/0001-engine-environment.md tells why.
 */
final class EngineEnvironment {

    /**
     * Read by the OpenMP runtime when it is loaded. Waiting threads that spin collapse as soon as another process wants
     * the cores: a step of 0.3 s was seen to take 30 s.
     */
    static final Map<String, String> VARIABLES = Map.of("OMP_WAIT_POLICY", "passive");

    private static final Logger LOG = LoggerFactory.getLogger(EngineEnvironment.class);

    private EngineEnvironment() {}

    /** Read by DJL (and JNA) when they start. */
    static Map<String, String> properties(UserFolders folders) {
        return Map.of(
                "ai.djl.offline",
                "true",
                "OPT_OUT_TRACKING",
                "true",
                "DJL_CACHE_DIR",
                folders.cache().resolve("engine").toString(),
                "jna.tmpdir",
                folders.cache().resolve("jna").toString());
    }

    /** Call once from main, before the engine is touched. */
    static void prepare(UserFolders folders) {
        properties(folders).forEach((name, value) -> {
            if (System.getProperty(name) == null && System.getenv(name) == null) {
                System.setProperty(name, value);
            }
        });
        VARIABLES.forEach(EngineEnvironment::setVariable);
    }

    private static void setVariable(String name, String value) {
        if (System.getenv(name) != null) {
            return;
        }
        try {
            NativeEnvironment.set(name, value);
        } catch (LinkageError | RuntimeException e) {
            LOG.warn(
                    "The engine could not be told to wait without spinning, so training may crawl beside other busy"
                            + " programs; start the program with {}={} in its environment.",
                    name,
                    value,
                    e);
        }
    }
}
