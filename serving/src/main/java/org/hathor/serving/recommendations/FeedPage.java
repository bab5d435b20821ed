package org.hathor.serving.recommendations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A piece of a listener's feed.
 *
 * @param nextCursor asks for what follows; null where the feed ends
 * @param model whose lists the feed began with; null where no model is promoted
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FeedPage(List<FeedItem> items, String nextCursor, Model model) {}
