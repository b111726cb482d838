package io.slimgan.data.files;

/** An image file that cannot be used; the message completes "photo.jpg is skipped: …", without a full stop. */
public final class BrokenImageException extends Exception {

    private static final long serialVersionUID = 1L;

    public BrokenImageException(String reason) {
        super(reason);
    }

    BrokenImageException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** What is wrong with the file. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
