package io.slimgan.base;

/**
 * Something that was asked for rightly and is not to be had now, such as a file while there is no network. Told as any
 * {@link UserError}, but the input was not wrong: the command line ends with exit code 1 and not 2.
 */
public final class UnavailableError extends UserError {

    private static final long serialVersionUID = 1L;

    public UnavailableError(String sentence) {
        super(sentence);
    }
}
