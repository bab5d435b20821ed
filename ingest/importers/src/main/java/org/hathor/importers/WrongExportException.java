package org.hathor.importers;

/** What the command was pointed at is not an export of that format; the message says what was looked for. */
final class WrongExportException extends RuntimeException {
    WrongExportException(String message) {
        super(message);
    }
}
