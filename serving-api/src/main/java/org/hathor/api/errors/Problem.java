package org.hathor.api.errors;

import io.micronaut.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * An answer that is an error, thrown by an adapter that found it before any facade was asked.
 *
 * <p>Its body is written by {@link ErrorAnswers} in the form of the path it was asked under.
 */
public final class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> details;
    private final Duration retryAfter;

    private Problem(HttpStatus status, String code, String message, Map<String, Object> details, Duration retryAfter) {
        super(message, null, false, false);
        this.status = Objects.requireNonNull(status, "status is null");
        this.code = Objects.requireNonNull(code, "code is null");
        this.details = details;
        this.retryAfter = retryAfter;
    }

    public static Problem of(HttpStatus status, String code, String message) {
        return new Problem(status, code, message, Map.of(), null);
    }

    public static Problem of(HttpStatus status, String code, String message, Map<String, Object> details) {
        return new Problem(status, code, message, details, null);
    }

    /** The same, telling the client when to try again. */
    public static Problem retryable(HttpStatus status, String code, String message, Duration retryAfter) {
        return new Problem(status, code, message, Map.of(), retryAfter);
    }

    /** A query parameter or path variable that cannot be right. */
    public static Problem invalidArgument(String name, String message) {
        return of(HttpStatus.BAD_REQUEST, "INVALID_ARGUMENT", message, Map.of("argument", name));
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> details() {
        return details;
    }

    /** Null when trying again has no time of its own. */
    Duration retryAfter() {
        return retryAfter;
    }
}
