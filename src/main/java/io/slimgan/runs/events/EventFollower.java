package io.slimgan.runs.events;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a run's curves while they grow, in this process or another: each poll reads only what is new, through all event
 * files in the order of their names. A torn last record is waited for; once a newer file is there, its writer is dead
 * and it is left. One thread at a time; not the FX thread, as the first poll of a long run takes a second.
 */
public final class EventFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventFollower.class);

    private final Path runFolder;
    private final EventDecoder decoder = new EventDecoder();
    /** The files that were begun; only the last of them may still grow. */
    private final List<RecordReader> readers = new ArrayList<>();

    /** What was read and not yet given out: it outlives a poll that fails half way. */
    private Gathering gathering = new Gathering();

    private boolean closed;

    private EventFollower(Path runFolder) {
        this.runFolder = runFolder;
    }

    /** A follower at the beginning of the run's log; the folder may be empty yet. */
    public static EventFollower open(Path runFolder) {
        return new EventFollower(runFolder);
    }

    /**
     * Everything since the last poll. If event files were taken away or replaced, all of them are read again and the
     * batch says that nothing earlier is to be kept.
     *
     * @throws UserError if a file cannot be read; the next poll tries again
     */
    public EventBatch poll() {
        if (closed) {
            throw new IllegalStateException("This follower is closed.");
        }
        try {
            List<Path> files = EventFiles.list(runFolder);
            if (!goesOn(files)) {
                LOG.info("The event files of {} were replaced and are read again.", runFolder);
                readers.clear();
                gathering.sessionStart(0);
            }
            for (int i = Math.max(readers.size() - 1, 0); i < files.size(); i++) {
                if (i == readers.size()) {
                    readers.add(new RecordReader(files.get(i)));
                }
                RecordReader reader = readers.get(i);
                reader.read(i == files.size() - 1, gathering::event, gathering::problem);
            }
        } catch (IOException e) {
            throw FileProblems.cannotRead(runFolder, e);
        }
        EventBatch batch = gathering.batch();
        gathering = new Gathering();
        return batch;
    }

    /** Whether the files that were read are the first of those that are there, and none became shorter. */
    private boolean goesOn(List<Path> files) throws IOException {
        if (readers.size() > files.size()) {
            return false;
        }
        for (int i = 0; i < readers.size(); i++) {
            if (!readers.get(i).file().equals(files.get(i))) {
                return false;
            }
        }
        if (readers.isEmpty()) {
            return true;
        }
        RecordReader current = readers.get(readers.size() - 1);
        return Files.size(current.file()) >= current.position();
    }

    /** Forgets the files. Closing twice does nothing more. */
    @Override
    public void close() {
        closed = true;
        readers.clear();
    }

    /** One batch on its way. */
    private final class Gathering implements EventDecoder.Sink {

        private final List<ScalarPoint> points = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private OptionalLong keepUpTo = OptionalLong.empty();

        void event(byte[] bytes, int from, int length) throws IOException {
            decoder.decode(bytes, from, length, this);
        }

        void problem(String sentence) {
            LOG.warn("{}", sentence);
            problems.add(sentence);
        }

        @Override
        public void scalar(ScalarPoint point) {
            points.add(point);
        }

        @Override
        public void sessionStart(long step) {
            long keep = step - 1;
            points.removeIf(p -> p.step() > keep);
            keepUpTo = OptionalLong.of(Math.min(keep, keepUpTo.orElse(keep)));
        }

        EventBatch batch() {
            return new EventBatch(keepUpTo, points, problems);
        }
    }
}
