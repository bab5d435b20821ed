package org.hathor.serving.recommendations;

/**
 * Why an item is in a feed.
 *
 * @param text for the listener, in English
 * @param trackId the played track it follows from; null for the kinds that follow from none
 */
public record Reason(ReasonKind kind, String text, String trackId) {}
