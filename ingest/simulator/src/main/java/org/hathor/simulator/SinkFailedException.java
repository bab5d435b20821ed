package org.hathor.simulator;

/** Events can no longer be delivered; the message says why and what to do. */
final class SinkFailedException extends RuntimeException {
    SinkFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
