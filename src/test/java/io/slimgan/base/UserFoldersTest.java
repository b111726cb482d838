package io.slimgan.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsTheBaseDirectoriesOfXdg() {
        Map<String, String> environment = Map.of(
                "XDG_STATE_HOME",
                "/var/ada/state",
                "XDG_CACHE_HOME",
                "/var/ada/cache",
                "XDG_DATA_HOME",
                "/var/ada/data");
        assertThat(UserFolders.ofUser("Linux", HOME, environment))
                .isEqualTo(new UserFolders(
                        Path.of("/var/ada/state/slimgan-explorer"),
                        Path.of("/var/ada/cache/slimgan-explorer"),
                        Path.of("/var/ada/data/slimgan-explorer")));
    }

    @Test
    void linuxHasDefaultsAndIgnoresRelativeFolders() {
        UserFolders expected = new UserFolders(
                HOME.resolve(".local/state/slimgan-explorer"),
                HOME.resolve(".cache/slimgan-explorer"),
                HOME.resolve(".local/share/slimgan-explorer"));
        assertThat(UserFolders.ofUser("Linux", HOME, Map.of())).isEqualTo(expected);
        assertThat(UserFolders.ofUser("Linux", HOME, Map.of("XDG_STATE_HOME", "state", "XDG_CACHE_HOME", "")))
                .isEqualTo(expected);
    }

    @Test
    void macAndWindowsFollowTheirOwnCustoms() {
        assertThat(UserFolders.ofUser("Mac OS X", HOME, Map.of()).cache())
                .isEqualTo(HOME.resolve("Library/Caches/slimgan-explorer"));
        assertThat(UserFolders.ofUser("Windows 11", HOME, Map.of("LOCALAPPDATA", "/local"))
                        .state())
                .isEqualTo(Path.of("/local/slimgan-explorer/state"));
        assertThat(UserFolders.ofUser("Mac OS X", HOME, Map.of()).data())
                .isEqualTo(HOME.resolve("Library/Application Support/slimgan-explorer/data"));
    }
}
