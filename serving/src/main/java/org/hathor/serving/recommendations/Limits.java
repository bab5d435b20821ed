package org.hathor.serving.recommendations;

import java.util.Map;
import org.hathor.serving.ServingException;

/** How much may be asked for at once. */
final class Limits {
    private Limits() {}

    /** @throws ServingException with {@link RecommendationError#INVALID_LIMIT} */
    static void require(int limit, int max) {
        if (limit < 1 || limit > max) {
            throw new ServingException(
                    RecommendationError.INVALID_LIMIT,
                    "limit must be 1 to %d, not %d".formatted(max, limit),
                    Map.of("parameter", "limit", "value", limit));
        }
    }
}
