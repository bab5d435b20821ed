package org.hathor.features;

/**
 * The engagement features of one group of listens, as values.
 *
 * @param listens all plays
 * @param qualifiedListens plays that earn
 * @param validListens qualified, with no standing fraud verdict
 * @param listeners different users
 * @param msPlayed milliseconds heard
 */
public record Engagement(long listens, long qualifiedListens, long validListens, long listeners, long msPlayed) {}
