package org.hathor.api.auth;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Tells whoever is held to a rate how they stand, in the headers that the ListenBrainz API documents. It stands around
 * {@link RateLimitFilter}, so that a refusal carries them too.
 */
@ServerFilter({"/1/**", "/api/analytics/events"})
final class RateLimitHeaders implements Ordered {
    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(RateLimitFilter.ATTRIBUTE, RateLimit.Standing.class)
                .ifPresent(standing -> response.header("X-RateLimit-Limit", Integer.toString(standing.limit()))
                        .header("X-RateLimit-Remaining", Integer.toString(standing.remaining()))
                        .header("X-RateLimit-Reset-In", Long.toString(standing.resetInSeconds()))
                        .header("X-RateLimit-Reset", Long.toString(standing.resetEpochSeconds())));
    }

    @Override
    public int getOrder() {
        return -200;
    }
}
