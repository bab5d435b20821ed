package org.hathor.serving;

/** A stable name of something that can go wrong. Each feature has one enum of these. */
public interface ErrorCode {
    /** The code as clients see it: upper case with underscores. It never changes once released. */
    String name();

    /** What kind of failure it is. */
    Category category();
}
