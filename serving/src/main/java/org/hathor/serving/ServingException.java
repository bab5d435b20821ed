package org.hathor.serving;

import java.util.Map;
import java.util.Objects;

/** A command or query that could not be done, with the code that says why. */
public final class ServingException extends RuntimeException {
    private final transient ErrorCode code;
    private final transient Map<String, Object> details;

    /** @param message what is wrong and how to mend it, for a person */
    public ServingException(ErrorCode code, String message) {
        this(code, message, Map.of(), null);
    }

    /** @param details what a program may want to know, e.g. the id that was not found */
    public ServingException(ErrorCode code, String message, Map<String, Object> details) {
        this(code, message, details, null);
    }

    /** @param cause what happened underneath; null where nothing did */
    public ServingException(ErrorCode code, String message, Map<String, Object> details, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code is null");
        this.details = Map.copyOf(details);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
