package org.hathor.serving.recommendations;

import java.util.List;

/**
 * What a feed is cut from, fixed when its first page is asked for.
 *
 * @param userId whose feed it is
 * @param model null where no model is promoted
 * @param candidates best first, each track once
 */
record FeedSession(String userId, Model model, List<Candidate> candidates) {}
