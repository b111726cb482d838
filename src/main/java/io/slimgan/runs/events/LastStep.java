package io.slimgan.runs.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far a run has come by its log, read from the end of the newest event file alone: a glance costs the same however
 * long the run is. Any thread but the FX thread.
 */
public final class LastStep {

    /** Longer than a picture of samples, which may be the last that was logged. */
    private static final long TAIL_BYTES = 1 << 20;

    private LastStep() {}

    /**
     * The step that the newest event file reached; empty if it tells none or cannot be read, since who asks has the
     * checkpoints to go by.
     */
    public static OptionalLong of(Path runFolder) {
        Reached reached = new Reached();
        try {
            List<Path> files = EventFiles.list(runFolder);
            if (files.isEmpty()) {
                return OptionalLong.empty();
            }
            Path newest = files.get(files.size() - 1);
            RecordReader reader = new RecordReader(newest, Math.max(0, Files.size(newest) - TAIL_BYTES));
            EventDecoder decoder = new EventDecoder();
            // Beginning in the middle of a record looks like damage, so damage says nothing here.
            reader.read(true, (bytes, from, length) -> decoder.decode(bytes, from, length, reached), problem -> {});
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        return reached.step;
    }

    private static final class Reached implements EventDecoder.Sink {

        private OptionalLong step = OptionalLong.empty();

        @Override
        public void scalar(ScalarPoint point) {
            // What was measured on an earlier snapshot is logged after later steps.
            step = OptionalLong.of(Math.max(point.step(), step.orElse(point.step())));
        }

        @Override
        public void sessionStart(long start) {
            step = OptionalLong.of(start - 1);
        }
    }
}
