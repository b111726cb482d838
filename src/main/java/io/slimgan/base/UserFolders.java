package io.slimgan.base;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the program keeps what is its own, apart from the user's workspaces. The folders need not exist yet.
 *
 * @param state logs and remembered preferences; losing them is a nuisance
 * @param cache what can be made again, such as the engine's unpacked libraries
 * @param data what the user asked the program to fetch, such as datasets
 */
public record UserFolders(Path state, Path cache, Path data) {

    /** The system property that puts everything below one folder, for tests and portable use. */
    public static final String HOME_PROPERTY = "slimgan.home";

    private static final String NAME = "slimgan-explorer";

    /** The folders of the user who runs this process, by the custom of the operating system. */
    public static UserFolders ofThisUser() {
        String chosen = System.getProperty(HOME_PROPERTY, "");
        if (!chosen.isBlank()) {
            return below(Path.of(chosen).toAbsolutePath());
        }
        return ofUser(System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")), System.getenv());
    }

    /** Everything below one folder. */
    static UserFolders below(Path home) {
        return new UserFolders(home.resolve("state"), home.resolve("cache"), home.resolve("data"));
    }

    /**
     * The custom of each system: the XDG base directories on Linux, {@code ~/Library} on macOS, {@code LOCALAPPDATA} on
     * Windows.
     *
     * @param system as in the system property os.name
     */
    static UserFolders ofUser(String system, Path home, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            Path local =
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"));
            return below(local.resolve(NAME));
        }
        if (lower.startsWith("mac")) {
            Path library = home.resolve("Library");
            return new UserFolders(
                    library.resolve("Application Support").resolve(NAME),
                    library.resolve("Caches").resolve(NAME),
                    library.resolve("Application Support").resolve(NAME).resolve("data"));
        }
        return new UserFolders(
                folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                        .resolve(NAME),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve(NAME),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                        .resolve(NAME));
    }

    /** The XDG specification asks to ignore a relative path. */
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        Path path = Path.of(value);
        return path.isAbsolute() ? path : otherwise;
    }
}
