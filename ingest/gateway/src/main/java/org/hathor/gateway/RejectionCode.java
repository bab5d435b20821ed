package org.hathor.gateway;

/** Why an event was not taken. A code never changes its meaning once released. */
public enum RejectionCode {
    /** The body is no JSON that could hold events. */
    MALFORMED_JSON,
    /** A scrobble that its protocol does not allow. */
    INVALID_SCROBBLE,
    /** There are more events in one request than are taken at once. */
    TOO_MANY_EVENTS,
    /** Where an event should be there is something else. */
    NOT_AN_OBJECT,
    /** The event's type is missing or not one we know. */
    UNKNOWN_TYPE,
    /** A field that the type does not have. */
    UNKNOWN_FIELD,
    /** A field stands twice in one event. */
    DUPLICATE_FIELD,
    /** A field that the type cannot do without. */
    MISSING_FIELD,
    /** Text where a number belongs, or the like. */
    WRONG_TYPE,
    /** A word that is none of those the field may hold. */
    UNKNOWN_VALUE,
    /** An id that is too long or holds anything but visible ASCII. */
    INVALID_ID,
    /** Text that is too long. */
    TEXT_TOO_LONG,
    /** Text with control characters, or empty where it must not be. */
    INVALID_TEXT,
    /** Not an ISO 3166-1 alpha-2 country. */
    INVALID_COUNTRY,
    /** Neither an ISO 8601 instant nor milliseconds since 1970. */
    INVALID_TIME,
    /** A listen that began, by the gateway's clock, more than the allowed skew from now. */
    STARTED_IN_FUTURE,
    /** A reaction that was done, by the gateway's clock, more than the allowed skew from now. */
    OCCURRED_IN_FUTURE,
    /** Before anything that can have happened. */
    TOO_OLD,
    /** A number outside what the field can mean. */
    OUT_OF_RANGE,
    /** A listen of more than a day. */
    TOO_LONG,
    /** More was played than the track holds. */
    LONGER_THAN_TRACK,
    /** A track by id and by name at once. */
    AMBIGUOUS_TRACK,
    /** The token may not write for that user. */
    FORBIDDEN_USER,
    /** Only a trusted source describes the catalogue. */
    FORBIDDEN_CATALOGUE
}
