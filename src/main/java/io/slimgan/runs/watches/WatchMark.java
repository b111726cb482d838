package io.slimgan.runs.watches;

import java.util.Optional;

/**
 * Something that a run noticed. It stands in the run's log as a point of the scalar {@link #tag}, so TensorBoard shows
 * it, any process can read it, and a run that goes on from a checkpoint voids what was noticed after it.
 *
 * @param kind what it is
 * @param width the label of the width that it concerns, such as {@code 0.25}; empty where it concerns all
 * @param step finished generator updates when it was noticed
 * @param value how much; see {@link WatchKind}
 */
public record WatchMark(WatchKind kind, String width, long step, double value) {

    private static final String PREFIX = "watch/";

    /** Whether a scalar of this tag is a mark. */
    public static boolean isMark(String tag) {
        return tag.startsWith(PREFIX);
    }

    /** The mark that a point of the log is, if it is one that this version knows. */
    public static Optional<WatchMark> read(String tag, long step, double value) {
        if (!isMark(tag)) {
            return Optional.empty();
        }
        String rest = tag.substring(PREFIX.length());
        int slash = rest.indexOf('/');
        String code = slash < 0 ? rest : rest.substring(0, slash);
        String width = slash < 0 ? "" : rest.substring(slash + 1);
        return WatchKind.of(code).map(kind -> new WatchMark(kind, width, step, value));
    }

    /** The scalar's tag, such as {@code watch/drift/0.25}. */
    public String tag() {
        return PREFIX + kind.code() + (width.isEmpty() ? "" : "/" + width);
    }

    /** What the user is told. */
    public String sentence() {
        return kind.sentence(width, value);
    }
}
