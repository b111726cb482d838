package io.slimgan.session;

import io.slimgan.base.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A failure as a value, ready to be shown.
 *
 * @param sentence one clear sentence for the user
 * @param details what a developer wants to see, to be copied; may be empty
 * @param usersToFix whether the user can put it right, as the sentence says, such as a wrong folder
 */
public record Problem(String sentence, String details, boolean usersToFix) {

    /** A failure that is not known to be the user's to put right. */
    public Problem(String sentence, String details) {
        this(sentence, details, false);
    }

    /** The failure as told by what was thrown. */
    public static Problem of(String doing, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        String sentence = thrown instanceof UserError known
                ? known.sentence()
                : doing + " failed: "
                        + (thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage());
        return new Problem(sentence, trace.toString(), thrown instanceof UserError);
    }
}
