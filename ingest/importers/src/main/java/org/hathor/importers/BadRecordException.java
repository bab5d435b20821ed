package org.hathor.importers;

import java.util.Objects;
import org.hathor.gateway.RejectionCode;

/** A record that is no listen; it has no stack trace because exports are full of them. */
final class BadRecordException extends RuntimeException {
    private final RejectionCode code;
    private final String field;

    /** @param field the field at fault; null where there is none */
    BadRecordException(RejectionCode code, String field, String reason) {
        super(reason, null, false, false);
        this.code = Objects.requireNonNull(code, "code is null");
        this.field = field;
    }

    RejectionCode code() {
        return code;
    }

    String field() {
        return field;
    }
}
