package org.hathor.serving;

/** What kind of failure an error is: this alone decides how an adapter answers. */
public enum Category {
    /** The caller sent something that cannot be right; sending it again does not help. */
    INVALID,
    /** The caller did not show who they are, or showed it wrongly. */
    UNAUTHENTICATED,
    /** The caller is known, and may not. */
    FORBIDDEN,
    /** There is no such thing, or none that this caller may know of. */
    NOT_FOUND,
    /** There was such a thing, and it is over: begin anew (HTTP 410). */
    GONE,
    /** It clashes with what is there already. */
    CONFLICT,
    /** Too much, or too often. */
    LIMITED,
    /** A dependency is away; the same request may succeed later. */
    UNAVAILABLE,
    /** A fault of ours. */
    INTERNAL
}
