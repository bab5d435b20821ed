package org.hathor.api.errors;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * What a client gets when something went wrong.
 *
 * @param error what it was
 */
@Serdeable
public record ErrorBody(Fault error) {
    /**
     * @param code stable, for programs
     * @param message what is wrong and how to mend it, for a person
     * @param details what a program may want to know; empty where there is nothing to add
     * @param timestamp when it was answered
     * @param requestId names the request in the logs, also in the header {@code X-Request-Id}
     */
    @Serdeable
    public record Fault(
            String code, String message, Map<String, Object> details, Instant timestamp, String requestId) {}
}
