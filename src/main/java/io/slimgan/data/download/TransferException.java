package io.slimgan.data.download;

import java.io.IOException;

/** Why one connection did not bring the file, in words that end a sentence. */
final class TransferException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What may help. */
    enum Cure {
        /** The same address again: a broken connection, a busy server. */
        AGAIN,
        /** The network: the host cannot be reached at all. */
        ONLINE,
        /** Only another address: this one has no such file, or another one. */
        ELSEWHERE
    }

    private final Cure cure;

    TransferException(String reason, Cure cure) {
        super(reason);
        this.cure = cure;
    }

    TransferException(String reason, Cure cure, Throwable cause) {
        super(reason, cause);
        this.cure = cure;
    }

    Cure cure() {
        return cure;
    }

    /** Half a sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
