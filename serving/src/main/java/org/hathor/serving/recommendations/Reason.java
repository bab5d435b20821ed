package org.hathor.serving.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why an item is in a feed.
 *
 * @param text for the listener, in English
 * @param trackId the played track it follows from; null for the kinds that follow from none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Reason(ReasonKind kind, String text, String trackId) {}
