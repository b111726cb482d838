package io.slimgan.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.events.EventWriter;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticedMarksTest {

    private static final WatchMark DRIFT = new WatchMark(WatchKind.DRIFT, "0.25", 40, 3);
    private static final WatchMark COLLAPSE = new WatchMark(WatchKind.COLLAPSE, "1", 70, 0.25);

    private static void log(EventWriter log, WatchMark mark) {
        log.scalar(mark.tag(), mark.step(), mark.value());
        log.flush();
    }

    @Test
    void theNewestStandsUntilTheRunGoesOnBeforeIt(@TempDir Path run) {
        NoticedMarks marks = new NoticedMarks(run);
        assertThat(marks.newest()).as("no log yet").isEmpty();
        try (EventWriter log = EventWriter.open(run)) {
            log.scalar("loss/generator/1", 1, 0.5);
            log.flush();
            assertThat(marks.newest()).isEmpty();
            log(log, DRIFT);
            assertThat(marks.newest()).contains(DRIFT);
            log(log, COLLAPSE);
            assertThat(marks.newest()).contains(COLLAPSE);
            assertThat(marks.newest()).as("nothing new").contains(COLLAPSE);
        }
        try (EventWriter log = EventWriter.resume(run, 60)) {
            log.flush();
            assertThat(marks.newest()).contains(DRIFT);
        }
        try (EventWriter log = EventWriter.resume(run, 10)) {
            log.flush();
            assertThat(marks.newest()).isEmpty();
        }
        assertThat(new NoticedMarks(run).newest()).as("read in one go").isEmpty();
    }
}
