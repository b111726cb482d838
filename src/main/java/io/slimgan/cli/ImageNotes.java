package io.slimgan.cli;

import java.util.List;
import java.util.stream.Stream;

/** What images say of themselves, as lines for people: a folder may have a remark for each of many files. */
final class ImageNotes {

    private static final int MOST = 5;

    private ImageNotes() {}

    static List<String> lines(List<String> notes) {
        Stream<String> first = notes.stream().limit(MOST).map(note -> "note  " + note);
        int more = notes.size() - MOST;
        Stream<String> rest = more > 0
                ? Stream.of("note  and " + more + " more; slimgan's window shows all on its page of the dataset.")
                : Stream.of();
        return Stream.concat(first, rest).toList();
    }
}
