package io.slimgan.ui.runs;

import io.slimgan.runs.RunOwner;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the queue stands, in a line. */
final class QueueWords {

    private QueueWords() {}

    /**
     * Such as "1 training, 3 waiting, 1 failed · worked off by process 4711 on lab3".
     *
     * @param armed whether this window will begin the next run by itself
     */
    static String of(QueueView view, boolean armed) {
        List<String> parts = new ArrayList<>();
        count(view, QueueState.RUNNING, "training", parts);
        count(view, QueueState.WAITING, "waiting", parts);
        count(view, QueueState.COMPLETE, "complete", parts);
        count(view, QueueState.SKIPPED, "skipped", parts);
        count(view, QueueState.FAILED, "failed", parts);
        return String.join(", ", parts) + who(view, armed);
    }

    private static String who(QueueView view, boolean armed) {
        boolean waits = view.count(QueueState.WAITING) > 0;
        boolean runs = view.count(QueueState.RUNNING) > 0;
        if (view.paused()) {
            return waits ? runs ? " · pauses after this run" : " · paused" : "";
        }
        Optional<RunOwner> elsewhere = view.owner().filter(owner -> !owner.thisProcess());
        if (elsewhere.isPresent()) {
            return " · worked off by " + elsewhere.get().describe();
        }
        if (!waits || runs) {
            return "";
        }
        return armed ? " · the next begins when the run in training has ended" : " · not started";
    }

    private static void count(QueueView view, QueueState state, String word, List<String> parts) {
        long count = view.count(state);
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }
}
