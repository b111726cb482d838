package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The readable side of a lock: who took it. It may outlive its writer; whether it still counts, the lock file says.
 *
 * @param instance tells this process from an earlier one of the same number
 * @param folder where the run lay then: a copy of the folder is not locked
 */
record OwnerNote(long pid, String host, Instant processStart, Instant since, String instance, String folder) {

    private static final Logger LOG = LoggerFactory.getLogger(OwnerNote.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String THIS_INSTANCE = UUID.randomUUID().toString();

    static OwnerNote ofThisProcess(Path folder) {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElse(Instant.EPOCH);
        return new OwnerNote(self.pid(), HostName.current(), start, Instant.now(), THIS_INSTANCE, folder.toString());
    }

    /** The note of a file; empty if there is none, or none that can be understood. */
    static Optional<OwnerNote> read(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(JSON.readValue(Files.readString(file), OwnerNote.class))
                    : Optional.empty();
        } catch (IOException | JacksonException e) {
            LOG.debug("{} is not understood", file, e);
            return Optional.empty();
        }
    }

    void write(Path file) {
        AtomicFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }

    boolean isThisProcessIn(Path runFolder) {
        return instance.equals(THIS_INSTANCE) && folder.equals(runFolder.toString());
    }

    /** For file systems that cannot be asked for the lock: whether this machine has that very process. */
    boolean processIsAlive() {
        return host.equals(HostName.current())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(p -> p.info().startInstant())
                        .filter(start -> Math.abs(start.getEpochSecond() - processStart.getEpochSecond()) <= 2)
                        .isPresent();
    }

    RunOwner owner(Path runFolder) {
        return new RunOwner(pid, host, since, isThisProcessIn(runFolder));
    }
}
