package io.slimgan.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserFolders;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineEnvironmentTest {

    @Test
    void openMpWaitsPassivelyInAProcessWhoseUserSetNothing() {
        String cache = "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR");
        ChildJvm.Outcome outcome = ChildJvm.run(ChildJvm.builder(List.of(cache), EngineEnvironmentProbe.class));
        assertThat(outcome.output())
                .contains("OMP_WAIT_POLICY = 'PASSIVE'", "GOMP_SPINCOUNT = '0'", "engine PyTorch", "offline true");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void whatTheUserHasSetStays() {
        ProcessBuilder builder = ChildJvm.builder(
                List.of("-Dai.djl.offline=false", "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR")),
                EngineEnvironmentProbe.class);
        builder.environment().put("OMP_WAIT_POLICY", "active");
        assertThat(ChildJvm.run(builder).output()).contains("OMP_WAIT_POLICY = 'ACTIVE'", "offline false");
    }

    /** pom.xml gives the test processes the same settings by other means; they must not drift apart. */
    @Test
    void testsRunUnderTheSameSettings() {
        EngineEnvironment.VARIABLES.forEach(
                (name, value) -> assertThat(System.getenv(name)).as(name).isEqualTo(value));
        assertThat(EngineEnvironment.properties(UserFolders.ofThisUser()).keySet())
                .allSatisfy(
                        name -> assertThat(System.getProperty(name)).as(name).isNotNull());
    }
}
