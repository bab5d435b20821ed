package org.hathor.api.listenbrainz;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Every listen of a submission was taken.
 *
 * @param status always {@code ok}
 */
@Serdeable
record Accepted(String status) {
    static final Accepted OK = new Accepted("ok");
}
