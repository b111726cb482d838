package io.slimgan.ui.runs;

import io.slimgan.base.RunState;
import io.slimgan.runs.queue.QueueEntry;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One run of the queue as the table shows it.
 *
 * @param turn 1 for the run that begins next, then 2 and so on; 0 for one that does not wait
 * @param step finished steps of the run, as its folder or its session says
 */
record QueueRow(QueueEntry entry, int turn, long step) {

    /** The queue's rows; {@code runs} are those of the workspace, which know how far each has come. */
    static List<QueueRow> of(QueueView view, List<RunRow> runs) {
        Map<String, RunRow> byName = runs.stream().collect(Collectors.toMap(RunRow::name, Function.identity()));
        List<QueueRow> rows = new ArrayList<>();
        int turn = 0;
        for (QueueEntry entry : view.entries()) {
            RunRow run = byName.get(entry.name());
            boolean waits = entry.state() == QueueState.WAITING;
            rows.add(new QueueRow(entry, waits ? ++turn : 0, run == null ? 0 : run.step()));
        }
        return rows;
    }

    String name() {
        return entry.name();
    }

    boolean waits() {
        return entry.state() == QueueState.WAITING;
    }

    boolean runs() {
        return entry.state() == QueueState.RUNNING;
    }

    /** The state in a word or two. */
    String words() {
        return switch (entry.state()) {
            case WAITING -> turn == 1 ? "Next" : "Waits, " + turn;
            case RUNNING -> "Training";
            case COMPLETE -> "Complete";
            case FAILED -> "Failed";
            case SKIPPED -> "Skipped";
        };
    }

    /** The run state whose colour it wears. */
    RunState look() {
        return switch (entry.state()) {
            case WAITING -> RunState.STOPPED;
            case RUNNING -> RunState.RUNNING;
            case COMPLETE, SKIPPED -> RunState.FINISHED;
            case FAILED -> RunState.FAILED;
        };
    }

    /** What a person should know: why it failed, that it had been complete, or where its settings come from. */
    String remark() {
        if (!entry.note().isEmpty()) {
            return entry.note();
        }
        if (entry.state() == QueueState.SKIPPED) {
            return "All its steps were done before.";
        }
        return entry.configuration().isEmpty()
                ? "From the form"
                : String.valueOf(Path.of(entry.configuration()).getFileName());
    }
}
