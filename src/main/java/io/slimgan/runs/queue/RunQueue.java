package io.slimgan.runs.queue;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.runs.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The queue of a workspace: {@code <workspace>/.queue/queue.json}, and beside it the settings of each of its runs as
 * {@code <run>.yaml}. Read anew each time, changed under a latch and moved into place whole, so any thread of any process
 * may do so at any time, and a killed process leaves a queue that goes on. Not for the FX thread.
 */
public final class RunQueue {

    private static final String FOLDER = ".queue";
    private static final String FILE = "queue.json";

    private final Path workspace;
    private final Path folder;

    private RunQueue(Path workspace) {
        this.workspace = workspace.toAbsolutePath().normalize();
        this.folder = this.workspace.resolve(FOLDER);
    }

    /** The queue of a workspace; nothing need be there yet. */
    public static RunQueue of(Path workspace) {
        return new RunQueue(workspace);
    }

    /** What was taken out of the queue, to be put back. */
    public record Removed(QueueEntry entry, RunSettings settings, int place) {}

    /** The folder that holds the runs, absolute. */
    public Path workspace() {
        return workspace;
    }

    /**
     * How the queue stands. A run that a dead process left running waits again.
     *
     * @throws UserError if the file cannot be read, is damaged or of a newer version
     */
    public QueueView view() {
        if (!Files.exists(folder)) {
            return QueueView.EMPTY;
        }
        // Asked first: an owner that ends in between has noted how its run ended.
        var owner = RunLock.owner(folder);
        QueueJson.Content content = read();
        List<QueueEntry> entries = owner.isPresent() ? content.entries() : interrupted(content.entries());
        return new QueueView(entries, content.paused(), owner);
    }

    private static List<QueueEntry> interrupted(List<QueueEntry> entries) {
        return entries.stream()
                .map(entry -> entry.state() == QueueState.RUNNING ? entry.in(QueueState.WAITING, "") : entry)
                .toList();
    }

    /**
     * Takes the queue for working it off until the lock is closed; what a dead owner left running waits again.
     *
     * @throws UserError naming the process and machine if another one works it off
     */
    public RunLock own() {
        makeFolder();
        RunLock lock = RunLock.acquire(
                folder,
                owner -> "The queue of " + workspace + " is being worked off by " + owner
                        + "; stop it there first, only add to it by --queue, or train in another --workspace.");
        try {
            change(content -> new QueueJson.Content(content.paused(), interrupted(content.entries())));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return lock;
    }

    /**
     * Queues runs: new ones at the end; one that is there keeps its place, takes the new settings and waits, unless it
     * runs. Where nothing waits or runs, what has ended before makes room.
     */
    public void add(List<SweepRun> runs) {
        change(content -> {
            boolean over =
                    content.entries().stream().allMatch(entry -> entry.state().hasEnded());
            List<QueueEntry> entries = new ArrayList<>(over ? List.of() : content.entries());
            for (SweepRun run : runs) {
                QueueEntry entry = QueueEntry.waiting(run);
                int place = place(entries, run.name());
                boolean running = place >= 0 && entries.get(place).state() == QueueState.RUNNING;
                if (running) {
                    continue;
                }
                SettingsFile.write(settingsFile(run.name()), run.settings());
                if (place >= 0) {
                    entries.set(place, entry);
                } else {
                    entries.add(entry);
                }
            }
            return new QueueJson.Content(content.paused(), entries);
        });
    }

    /**
     * The settings of a queued run; whether its images are still there is not asked.
     *
     * @throws UserError if they are missing or damaged
     */
    public RunSettings settings(String name) {
        return SettingsFile.readNetworks(settingsFile(name), Map.of());
    }

    /** Lets a run that waits change places with the one that waits before (-1) or after it (1). */
    public void move(String name, int by) {
        change(content -> {
            List<QueueEntry> entries = new ArrayList<>(content.entries());
            int from = place(entries, name);
            int to = from;
            do {
                to += Integer.signum(by);
            } while (to >= 0 && to < entries.size() && entries.get(to).state() != QueueState.WAITING);
            boolean waits = from >= 0 && entries.get(from).state() == QueueState.WAITING;
            if (waits && to >= 0 && to < entries.size()) {
                QueueEntry moved = entries.get(from);
                entries.set(from, entries.get(to));
                entries.set(to, moved);
            }
            return new QueueJson.Content(content.paused(), entries);
        });
    }

    /**
     * Takes a run out of the queue; its folder, if any, stays. One that runs stays queued.
     *
     * @return what can be put back; empty where nothing was taken out, or its settings are lost
     */
    public Optional<Removed> remove(String name) {
        List<Removed> removed = new ArrayList<>();
        change(content -> {
            List<QueueEntry> entries = new ArrayList<>(content.entries());
            int place = place(entries, name);
            if (place >= 0 && entries.get(place).state() != QueueState.RUNNING) {
                QueueEntry entry = entries.remove(place);
                readable(name).ifPresent(settings -> removed.add(new Removed(entry, settings, place)));
            }
            return new QueueJson.Content(content.paused(), entries);
        });
        return removed.stream().findFirst();
    }

    private Optional<RunSettings> readable(String name) {
        try {
            return Optional.of(settings(name));
        } catch (UserError lost) {
            return Optional.empty();
        }
    }

    /** Puts a run back where it was; does nothing if it was queued anew meanwhile. */
    public void putBack(Removed removed) {
        change(content -> {
            List<QueueEntry> entries = new ArrayList<>(content.entries());
            if (place(entries, removed.entry().name()) < 0) {
                SettingsFile.write(settingsFile(removed.entry().name()), removed.settings());
                entries.add(Math.min(removed.place(), entries.size()), removed.entry());
            }
            return new QueueJson.Content(content.paused(), entries);
        });
    }

    /** Takes out what has ended. */
    public void clearEnded() {
        change(content -> new QueueJson.Content(
                content.paused(),
                content.entries().stream()
                        .filter(entry -> !entry.state().hasEnded())
                        .toList()));
    }

    /** Whether a further run may begin, for whoever works the queue off. */
    public void pause(boolean paused) {
        change(content -> new QueueJson.Content(paused, content.entries()));
    }

    /**
     * Notes what has become of a run; for the holder of {@link #own}.
     *
     * @param note a sentence for people, or empty
     */
    public void note(String name, QueueState state, String note) {
        change(content -> new QueueJson.Content(
                content.paused(),
                content.entries().stream()
                        .map(entry -> entry.name().equals(name) ? entry.in(state, note) : entry)
                        .toList()));
    }

    private void change(UnaryOperator<QueueJson.Content> work) {
        makeFolder();
        QueueLatch.holding(folder, () -> {
            QueueJson.Content before = read();
            QueueJson.Content after = work.apply(before);
            if (!after.equals(before)) {
                AtomicFiles.write(file(), QueueJson.write(after));
            }
            clean(after);
            return after;
        });
    }

    /** Deletes what a killed process left half written, and settings of runs that are queued no more. */
    private void clean(QueueJson.Content content) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                boolean unused =
                        name.endsWith(".yaml") && place(content.entries(), name.replaceAll("\\.yaml$", "")) < 0;
                if (unused || name.startsWith(AtomicFiles.ASIDE_PREFIX) && !name.contains("owner.json")) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw FileProblems.cannotWrite(folder, e);
        }
    }

    private static int place(List<QueueEntry> entries, String name) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private QueueJson.Content read() {
        try {
            return QueueJson.read(Files.readAllBytes(file()), file());
        } catch (NoSuchFileException none) {
            return QueueJson.Content.EMPTY;
        } catch (IOException e) {
            throw FileProblems.cannotRead(file(), e);
        }
    }

    private void makeFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(folder, e);
        }
    }

    private Path file() {
        return folder.resolve(FILE);
    }

    private Path settingsFile(String name) {
        return folder.resolve(name + ".yaml");
    }
}
