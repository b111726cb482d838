package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.ProgramVersion;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of a run: {@code checkpoints/step-00010000/} with three safetensors files and {@code state.json}.
 * A folder of that name is always whole, for it is written under another name and moved; and whatever is read is held
 * against its checksum. Any thread and process may read; only who holds the run's lock may write.
 */
public final class CheckpointStore {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointStore.class);
    private static final Pattern NAME = Pattern.compile("step-(\\d{8,18})");
    private static final String REPLACED_PREFIX = ".replaced-";
    private static final int READ_ATTEMPTS = 3;

    /** An empty file inside a checkpoint's folder that spares it from {@link #retain}. */
    private static final String KEEP = "keep";

    private final Path folder;

    CheckpointStore(Path runFolder) {
        this.folder = runFolder.resolve("checkpoints");
    }

    /** The name of a step in folder and file names, such as {@code step-00010000}. */
    public static String stepName(long step) {
        return String.format(Locale.ROOT, "step-%08d", step);
    }

    /** The folder of a step's checkpoint, whether it is there or not. */
    public Path path(long step) {
        return folder.resolve(stepName(step));
    }

    /**
     * Writes a checkpoint and waits until the disk has it; one of the same step is replaced.
     *
     * @throws UserError if the disk does not take it; the older checkpoints are untouched then
     */
    public void write(Checkpoint checkpoint) {
        Path target = path(checkpoint.step());
        Path aside = AtomicFiles.aside(target);
        try {
            Files.createDirectories(aside);
            Map<String, CheckpointState.Part> parts = new TreeMap<>();
            for (CheckpointPart part : CheckpointPart.values()) {
                parts.put(part.file(), part.write(aside, checkpoint));
            }
            byte[] state = new CheckpointState(checkpoint.step(), ProgramVersion.current(), parts, checkpoint.notes())
                    .toJson();
            AtomicFiles.writeSynced(aside.resolve(CheckpointState.FILE), out -> out.write(state));
            if (isKept(checkpoint.step())) {
                AtomicFiles.writeSynced(aside.resolve(KEEP), out -> {});
            }
            AtomicFiles.syncFolder(aside);
            putInPlace(aside, target);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(target, e);
        } finally {
            FolderTree.deleteQuietly(aside);
        }
    }

    private void putInPlace(Path aside, Path target) throws IOException {
        Path replaced = folder.resolve(REPLACED_PREFIX + target.getFileName());
        boolean replacing = Files.exists(target);
        if (replacing) {
            FolderTree.deleteQuietly(replaced);
            AtomicFiles.moveInto(target, replaced);
        }
        AtomicFiles.moveInto(aside, target);
        if (replacing) {
            FolderTree.deleteQuietly(replaced);
        }
    }

    /** The steps that have a checkpoint, ascending, by the folder's names alone; empty if there is none yet. */
    public List<Long> steps() {
        try {
            List<Long> steps = new ArrayList<>();
            for (Path entry : FolderTree.list(folder, "step-*")) {
                Matcher name = NAME.matcher(entry.getFileName().toString());
                if (name.matches() && Files.exists(entry.resolve(CheckpointState.FILE))) {
                    steps.add(Long.parseLong(name.group(1)));
                }
            }
            steps.sort(null);
            return List.copyOf(steps);
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
    }

    /** The step of the newest checkpoint whose files are all there with the right sizes; cheap, to be polled. */
    public OptionalLong newestStep() {
        List<Long> steps = steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (looksWhole(steps.get(i))) {
                return OptionalLong.of(steps.get(i));
            }
        }
        return OptionalLong.empty();
    }

    /**
     * What images can be drawn from.
     *
     * @param step the newest checkpoint whose generator is whole in every byte; empty if there is none
     * @param damaged the damaged files of newer checkpoints, one of each, the newest first
     */
    public record Drawable(OptionalLong step, List<Path> damaged) {
        public Drawable {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * The newest checkpoint to draw from, its generator held against its checksum, and what was passed over: for whoever
     * takes the newest and should say what it is not.
     *
     * @throws UserError if a newer version of the program wrote one: drawing from an older one would be a guess
     */
    public Drawable newestDrawable() {
        List<Path> damaged = new ArrayList<>();
        for (long step : stepFolders()) {
            CheckpointState.refuseNewer(path(step));
            Optional<Path> file = damagedFile(step);
            if (file.isEmpty()) {
                return new Drawable(OptionalLong.of(step), damaged);
            }
            if (Files.exists(path(step))) { // Else a training process has cleared it away meanwhile.
                damaged.add(file.get());
            }
        }
        return new Drawable(OptionalLong.empty(), damaged);
    }

    /** Descending; those without a description too, which are damaged, for one is moved into place with everything. */
    private List<Long> stepFolders() {
        try {
            return FolderTree.list(folder, "step-*").stream()
                    .map(entry -> NAME.matcher(entry.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Long.parseLong(name.group(1)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw FileProblems.cannotRead(folder, e);
        }
    }

    private Optional<Path> damagedFile(long step) {
        Path checkpoint = path(step);
        CheckpointState state;
        try {
            state = state(step);
        } catch (UserError e) {
            LOG.info("{}", e.sentence());
            return Optional.of(checkpoint.resolve(CheckpointState.FILE));
        }
        for (CheckpointPart part : CheckpointPart.values()) {
            Path file = checkpoint.resolve(part.file());
            if (!part.hasRightSize(checkpoint, state)) {
                return Optional.of(file);
            }
        }
        try {
            CheckpointPart.GENERATOR.read(checkpoint, state);
            return Optional.empty();
        } catch (UserError e) {
            LOG.info("{}", e.sentence());
            return Optional.of(checkpoint.resolve(CheckpointPart.GENERATOR.file()));
        }
    }

    /**
     * The newest checkpoint that is whole in every byte. A damaged one is passed over with a warning in the log.
     *
     * @throws UserError if a newer version of the program wrote it: going on from an older one would be a guess
     */
    public Optional<Checkpoint> newest() {
        for (int attempt = 1; ; attempt++) {
            List<Long> steps = steps();
            for (int i = steps.size() - 1; i >= 0; i--) {
                CheckpointState.refuseNewer(path(steps.get(i)));
                try {
                    return Optional.of(read(steps.get(i)));
                } catch (UserError e) {
                    LOG.warn("The checkpoint of step {} is passed over: {}", steps.get(i), e.sentence());
                }
            }
            // Another process may have written a newer one and deleted those that were listed.
            if (attempt == READ_ATTEMPTS || steps.equals(steps())) {
                return Optional.empty();
            }
        }
    }

    /**
     * Reads a whole checkpoint and holds each file against its checksum.
     *
     * @throws UserError if there is none of this step, or it is damaged
     */
    public Checkpoint read(long step) {
        CheckpointState state = state(step);
        return new Checkpoint(
                step,
                CheckpointPart.GENERATOR.read(path(step), state),
                CheckpointPart.DISCRIMINATOR.read(path(step), state),
                CheckpointPart.OPTIMIZER.read(path(step), state),
                state.notes());
    }

    /** Reads only the generator of a checkpoint, as {@link #read}. */
    public Map<String, HostTensor> readGenerator(long step) {
        return CheckpointPart.GENERATOR.read(path(step), state(step));
    }

    /** The SHA-256 of a checkpoint's generator file in hexadecimal: which weights an exported picture was made from. */
    public String generatorChecksum(long step) {
        return CheckpointPart.GENERATOR.part(path(step), state(step)).sha256();
    }

    private CheckpointState state(long step) {
        Path checkpoint = path(step);
        if (!Files.isDirectory(checkpoint)) {
            String there = steps().isEmpty() ? "it has none yet" : "there are " + steps();
            throw new UserError(
                    "The run " + folder.getParent() + " has no checkpoint of step " + step + "; " + there + ".");
        }
        CheckpointState state = CheckpointState.read(checkpoint);
        if (state.step() != step) {
            throw new UserError(checkpoint + " is damaged: its " + CheckpointState.FILE + " is of step " + state.step()
                    + ". Use another checkpoint.");
        }
        return state;
    }

    /**
     * Spares a checkpoint from {@link #retain} for good, because something outside the run refers to it, such as an
     * exported picture that is to be made again. Whoever exports may say so, also beside a process that trains the run.
     *
     * @throws UserError if there is none of this step, or the disk does not take the mark
     */
    public void keep(long step) {
        state(step);
        if (!isKept(step)) {
            AtomicFiles.write(path(step).resolve(KEEP), new byte[0]);
        }
    }

    private boolean isKept(long step) {
        return Files.exists(path(step).resolve(KEEP));
    }

    /**
     * Deletes what is not to be kept, oldest first; never the newest whole one, nor what comes after it.
     *
     * @param keepLast how many of the newest stay, at least 1
     * @param alsoKeep steps that stay besides, such as the best one; those of {@link #keep} stay without being named
     */
    public void retain(int keepLast, Set<Long> alsoKeep) {
        List<Long> steps = steps();
        List<Long> whole = steps.stream().filter(this::looksWhole).toList();
        if (whole.isEmpty()) {
            return;
        }
        Set<Long> kept = new HashSet<>(whole.subList(Math.max(0, whole.size() - Math.max(1, keepLast)), whole.size()));
        kept.addAll(alsoKeep);
        long newest = whole.get(whole.size() - 1);
        for (long step : steps) {
            if (step < newest && !kept.contains(step) && !isKept(step)) {
                delete(step);
            }
        }
    }

    /** Takes it out of the way in one step first, so that nobody sees half of it. */
    private void delete(long step) {
        Path aside = AtomicFiles.aside(path(step));
        try {
            AtomicFiles.moveInto(path(step), aside);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(path(step), e);
        }
        FolderTree.deleteQuietly(aside);
    }

    private boolean looksWhole(long step) {
        try {
            CheckpointState state = state(step);
            return Stream.of(CheckpointPart.values()).allMatch(part -> part.hasRightSize(path(step), state));
        } catch (UserError e) {
            return false;
        }
    }

    /** Cleans up after a writer that died; only for the holder of the run's lock. */
    void recover() throws IOException {
        for (Path replaced : FolderTree.list(folder, REPLACED_PREFIX + "*")) {
            String name = replaced.getFileName().toString().substring(REPLACED_PREFIX.length());
            if (Files.exists(folder.resolve(name))) {
                FolderTree.delete(replaced);
            } else {
                AtomicFiles.moveInto(replaced, folder.resolve(name));
            }
        }
        for (Path aside : FolderTree.list(folder, AtomicFiles.ASIDE_PREFIX + "*")) {
            FolderTree.delete(aside);
        }
    }
}
