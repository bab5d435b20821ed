package org.hathor.batch.audio;

/** Something on this machine does not work, and would not for any object: the run ends, and may be run again. */
public final class MachineException extends RuntimeException {
    public MachineException(String message, Throwable cause) {
        super(message, cause);
    }
}
