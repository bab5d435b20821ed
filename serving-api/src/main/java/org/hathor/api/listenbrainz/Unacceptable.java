package org.hathor.api.listenbrainz;

/**
 * A submission, or a listen in one, that the protocol does not allow. It has no stack trace because it is no surprise.
 */
final class Unacceptable extends RuntimeException {
    Unacceptable(String message) {
        super(message, null, false, false);
    }
}
