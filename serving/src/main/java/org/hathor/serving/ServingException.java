package org.hathor.serving;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A request refused by a feature: a code for programs, a message for people, and the values it is about. */
public final class ServingException extends RuntimeException {
    private final transient ErrorCode code;
    private final transient Map<String, Object> details;

    /** @param details values that name what the refusal is about; no secrets */
    public ServingException(ErrorCode code, String message, Map<String, ?> details) {
        this(code, message, details, null);
    }

    public ServingException(ErrorCode code, String message, Map<String, ?> details, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code is null");
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }
}
