package org.hathor.serving;

/** A stable name for one way a feature refuses; each feature has an enum of them. */
public interface ErrorCode {
    /** The code as clients see it, e.g. {@code TRACK_NOT_FOUND}. */
    String name();

    /** What kind of refusal it is. */
    ErrorCategory category();
}
