package org.hathor.batch.audio;

import java.util.Objects;

/** An object that cannot be analysed: it goes to quarantine, and the run goes on. */
public final class RefusedException extends Exception {
    private final String reason;

    /**
     * @param reason a name in capitals, e.g. {@code NOT_AUDIO}
     * @param message what a person is told
     */
    public RefusedException(String reason, String message) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason is null");
    }

    public String reason() {
        return reason;
    }
}
