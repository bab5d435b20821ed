package org.hathor.api.events;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import org.hathor.gateway.Rejection;

/**
 * An event that was not taken.
 *
 * @param index its place in the request, from 0
 * @param code why, for programs
 * @param field the field at fault, where it is one
 * @param message why and how to mend it, for a person
 */
@Serdeable
public record RejectedEvent(int index, String code, @Nullable String field, String message) {
    static RejectedEvent of(Rejection rejection) {
        return new RejectedEvent(
                rejection.index(),
                rejection.fault().code().name(),
                rejection.fault().field(),
                rejection.fault().message());
    }
}
