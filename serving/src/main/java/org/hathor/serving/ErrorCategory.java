package org.hathor.serving;

/** What went wrong, as far as whoever asked can act on it. The HTTP adapter maps each category to one status. */
public enum ErrorCategory {
    /** The request breaks a rule that the caller can read up. */
    INVALID,
    /** Nobody in particular asks. */
    UNAUTHENTICATED,
    /** Who asks may not. */
    FORBIDDEN,
    /** There is no such thing. */
    NOT_FOUND,
    /** There was such a thing, and it is over. */
    GONE,
    /** It contradicts what is there already. */
    CONFLICT,
    /** More than the caller is allowed. */
    LIMITED,
    /** A dependency is away; the same request may succeed later. */
    UNAVAILABLE,
    /** Our own mistake. */
    INTERNAL
}
