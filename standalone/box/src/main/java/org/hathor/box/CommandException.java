package org.hathor.box;

/** What a person who gave a command must be told, in one line; it ends the command with status 1. */
public final class CommandException extends RuntimeException {
    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
