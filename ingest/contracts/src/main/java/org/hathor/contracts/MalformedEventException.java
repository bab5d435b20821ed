package org.hathor.contracts;

/** Bytes that are no event of the contract they were read under. */
public final class MalformedEventException extends RuntimeException {
    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
