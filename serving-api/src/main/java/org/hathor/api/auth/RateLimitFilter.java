package org.hathor.api.auth;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.Objects;
import org.hathor.api.errors.Problem;
import org.hathor.serving.auth.Caller;
import org.hathor.serving.auth.Scope;

/**
 * Holds those who write to their rate, by user where one is known and by address otherwise. Trusted sources are not
 * held. Every answer says how the asker stands, in the headers that the ListenBrainz API documents.
 */
@ServerFilter({"/1/**", "/api/analytics/events"})
final class RateLimitFilter implements Ordered {
    static final String ATTRIBUTE = "hathor.rate.standing";

    private final RateLimit limit;

    RateLimitFilter(RateLimit limit) {
        this.limit = Objects.requireNonNull(limit, "limit is null");
    }

    @RequestFilter
    void count(HttpRequest<?> request) {
        Caller caller =
                request.getAttribute(CallerBinder.ATTRIBUTE, Caller.class).orElse(null);
        if (caller != null && caller.scope() == Scope.INGEST) {
            return;
        }
        RateLimit.Standing standing = limit.count(
                caller != null
                        ? "user " + caller.userId()
                        : "address " + request.getRemoteAddress().getAddress().getHostAddress());
        request.setAttribute(ATTRIBUTE, standing);
        if (standing.exceeded()) {
            throw Problem.retryable(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "RATE_LIMITED",
                    "More than %d requests in %d s: send more events in each, or wait"
                            .formatted(standing.limit(), RateLimit.WINDOW.toSeconds()),
                    Duration.ofSeconds(standing.resetInSeconds()));
        }
    }

    /** After the filter that finds out who is asking. */
    @Override
    public int getOrder() {
        return 0;
    }
}
