package org.hathor.api.errors;

import io.micronaut.serde.annotation.Serdeable;

/**
 * An error as the ListenBrainz API words it.
 *
 * @param code the HTTP status
 * @param error what is wrong
 */
@Serdeable
public record ListenBrainzFault(int code, String error) {}
