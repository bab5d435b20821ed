package org.hathor.gateway;

import java.util.Objects;

/**
 * What is wrong with one event.
 *
 * @param code stable, for programs
 * @param field the field at fault; null where it is the event as a whole
 * @param message what is wrong and how to mend it, for a person
 */
public record Fault(RejectionCode code, String field, String message) {
    public Fault {
        Objects.requireNonNull(code, "code is null");
        Objects.requireNonNull(message, "message is null");
    }
}
