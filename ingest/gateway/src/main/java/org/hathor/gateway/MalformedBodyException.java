package org.hathor.gateway;

import java.util.Objects;

/** A request's body in which no events can be told apart: nothing of it was taken. */
public final class MalformedBodyException extends RuntimeException {
    private final RejectionCode code;

    MalformedBodyException(RejectionCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code is null");
    }

    /** {@link RejectionCode#MALFORMED_JSON} or {@link RejectionCode#TOO_MANY_EVENTS}. */
    public RejectionCode code() {
        return code;
    }
}
