package io.slimgan.metrics.features;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the Inception network's weights are: found once, remembered. The command line comes first, then the environment
 * variable, then what is remembered. Never required. For any thread.
 */
public final class WeightLocation {

    /** The environment variable that names the weight file. */
    public static final String VARIABLE = "SLIMGAN_INCEPTION";

    private final Path note;
    private final Map<String, String> environment;

    /**
     * @param folders in which the note lies
     * @param environment of the process, in which {@link #VARIABLE} is looked up
     */
    public WeightLocation(UserFolders folders, Map<String, String> environment) {
        this.note = folders.state().resolve("inception-weights.txt");
        this.environment = Map.copyOf(environment);
    }

    /** That of the user who runs this process. */
    public static WeightLocation ofThisUser() {
        return new WeightLocation(UserFolders.ofThisUser(), System.getenv());
    }

    /**
     * The weight file, if one is known.
     *
     * @param chosen on the command line or in the window
     * @throws UserError if the file that was chosen, or that the variable names, is not there
     */
    public Optional<Path> find(Optional<Path> chosen) {
        if (chosen.isPresent()) {
            return Optional.of(existing(chosen.get(), "was chosen"));
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return Optional.of(existing(Path.of(variable), "the environment variable " + VARIABLE + " names"));
        }
        return remembered();
    }

    /**
     * What was remembered, if it is still there.
     *
     * @throws UserError if the note cannot be read
     */
    public Optional<Path> remembered() {
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(Files.readString(note).strip())).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileProblems.cannotRead(note, e);
        }
    }

    /**
     * Remembers a file from now on.
     *
     * @throws UserError if the disk does not take the note
     */
    public void remember(Path weights) {
        AtomicFiles.write(note, out -> out.write((weights.toAbsolutePath() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Forgets what is remembered.
     *
     * @throws UserError if the note cannot be deleted
     */
    public void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(note, e);
        }
    }

    private static Path existing(Path file, String how) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    "The weight file " + file + ", which " + how
                            + ", does not exist or is no file: name pytorch-fid's or torch-fidelity's weights, or leave it out.");
        }
        return file.toAbsolutePath();
    }
}
