package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.ClassNames;
import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.runs.tensors.Safetensors;
import io.slimgan.runs.tensors.TensorFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A handle on {@code <workspace>/<run>/}, where everything lies that a run knows. Any thread may use it; methods that
 * write are for the holder of {@link #lock}, except that {@link #create} makes the folder.
 */
public final class RunFolder {

    static final String SETTINGS_FILE = "run.yaml";
    private static final String LATENTS_FILE = "latents.safetensors";
    private static final String SAMPLES_FOLDER = "samples";
    private static final String LATENTS = "z";
    private static final String SEEDS = "seeds";

    private final Path path;
    private final CheckpointStore checkpoints;
    private volatile RunSettings settings;

    private RunFolder(Path path, RunSettings settings) {
        this.path = path;
        this.checkpoints = new CheckpointStore(path);
        this.settings = settings;
    }

    /**
     * Makes the folder of a new run with its {@code run.yaml}; it appears with both or not at all.
     *
     * @throws UserError if the name is not allowed ({@link RunNames}), taken, or the disk does not take it
     */
    public static RunFolder create(Path workspace, String name, RunSettings settings) {
        RunNames.check(name);
        Path path = workspace.toAbsolutePath().normalize().resolve(name);
        if (Files.exists(path)) {
            throw new UserError("There is already a run called \"" + name + "\" in " + path.getParent()
                    + "; choose another name, such as \"" + RunNames.propose(workspace, name) + "\", or resume it.");
        }
        Path aside = AtomicFiles.aside(path);
        try {
            Files.createDirectories(aside);
            AtomicFiles.write(aside.resolve(SETTINGS_FILE), yaml(settings));
            AtomicFiles.moveInto(aside, path);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(path, e);
        } finally {
            FolderTree.deleteQuietly(aside);
        }
        return new RunFolder(path, settings);
    }

    /**
     * A run that is there, whoever writes it. Whether its images are still there is not asked.
     *
     * @throws UserError if the folder has no {@code run.yaml}, or one that a newer version wrote or that is not sound
     */
    public static RunFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        if (!Files.isRegularFile(path.resolve(SETTINGS_FILE))) {
            throw new UserError(
                    path + " is no run: it has no " + SETTINGS_FILE + ". Choose a run's folder inside a workspace.");
        }
        return new RunFolder(path, SettingsFile.readNetworks(path.resolve(SETTINGS_FILE), Map.of()));
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** The run's name, which is its folder's. */
    public String name() {
        return String.valueOf(path.getFileName());
    }

    /** The settings as they were when this handle was made, or last written through it. */
    public RunSettings settings() {
        return settings;
    }

    /** Replaces {@code run.yaml}, as when a run goes on with other settings. */
    public void writeSettings(RunSettings changed) {
        AtomicFiles.write(path.resolve(SETTINGS_FILE), yaml(changed));
        settings = changed;
    }

    /**
     * Takes the run for writing until the lock is closed, and clears away what a writer that died left half done.
     *
     * @throws UserError naming the process and machine if another live writer has it
     */
    public RunLock lock() {
        RunLock lock = RunLock.acquire(path);
        try {
            checkpoints.recover();
            for (Path folder : List.of(path, path.resolve(SAMPLES_FOLDER))) {
                for (Path aside : FolderTree.list(folder, AtomicFiles.ASIDE_PREFIX + "*")) {
                    FolderTree.delete(aside);
                }
            }
            return lock;
        } catch (IOException e) {
            lock.close();
            throw FileProblems.cannotWrite(path, e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Who writes the run right now; empty if nobody does, whatever a dead writer left. Cheap, to be polled. */
    public Optional<RunOwner> owner() {
        return RunLock.owner(path);
    }

    public CheckpointStore checkpoints() {
        return checkpoints;
    }

    /** Where the sample grid of a step lies, such as {@code samples/step-00010000.png}. */
    public Path sampleFile(long step) {
        return path.resolve(SAMPLES_FOLDER).resolve(CheckpointStore.stepName(step) + ".png");
    }

    /** Writes the run's fixed latents: tensor {@code z}, and the seeds as a list in the file's metadata. */
    public void writeLatents(FixedLatents latents) {
        String seeds = latents.seeds().stream().map(String::valueOf).collect(Collectors.joining(","));
        Safetensors.write(path.resolve(LATENTS_FILE), Map.of(LATENTS, latents.z()), Map.of(SEEDS, seeds));
    }

    /** @throws UserError if they are missing or damaged */
    public FixedLatents readLatents() {
        Path file = path.resolve(LATENTS_FILE);
        TensorFile content = Safetensors.readAll(file);
        HostTensor z = content.tensors().get(LATENTS);
        String seeds = content.metadata().get(SEEDS);
        if (z == null || seeds == null) {
            throw new UserError(
                    file + " is damaged: it does not hold the latents " + LATENTS + " and their " + SEEDS + ".");
        }
        try {
            List<Long> numbers = seeds.isEmpty()
                    ? List.of()
                    : Arrays.stream(seeds.split(",")).map(Long::valueOf).toList();
            return new FixedLatents(numbers, z);
        } catch (IllegalArgumentException e) {
            throw new UserError(file + " is damaged: its " + SEEDS + " do not fit its latents.", e);
        }
    }

    /**
     * What the run's classes are called; without names for a run that does not keep them yet, none for a run without
     * classes. Reads a file.
     */
    public ClassNames classNames() {
        return ClassNamesFile.read(path, settings.model().classes());
    }

    /** Keeps the names of the run's classes, so that they are known where its images are not. */
    public void writeClassNames(List<String> names) {
        ClassNamesFile.write(path, names);
    }

    private static byte[] yaml(RunSettings settings) {
        return SettingsFile.toYaml(settings).getBytes(StandardCharsets.UTF_8);
    }
}
