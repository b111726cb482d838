package io.slimgan.base;

/**
 * Something that the user can put right: its message is one clear sentence or two that name the file or field, what is
 * wrong, what is allowed and what to do. The command line prints it without a stack trace, the window shows it.
 */
public class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String sentence) {
        super(sentence);
    }

    public UserError(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence for the user. */
    public final String sentence() {
        return String.valueOf(getMessage());
    }
}
