package org.hathor.api.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** How many requests each asker may make in a window of ten seconds; the windows are the same for all. */
@Singleton
final class RateLimit {
    static final Duration WINDOW = Duration.ofSeconds(10);

    private static final int ASKERS_MAX = 20_000;

    private final int requestsMax;
    private final Clock clock;
    private final Cache<String, Window> windows = Caffeine.newBuilder()
            .maximumSize(ASKERS_MAX)
            .expireAfterWrite(WINDOW.multipliedBy(2))
            .build();

    /** @param requestsMax in a window, for each asker */
    RateLimit(@Value("${HATHOR_RATE_LIMIT:300}") int requestsMax, Clock clock) {
        if (requestsMax < 1) {
            throw new IllegalArgumentException("HATHOR_RATE_LIMIT must be at least 1, not " + requestsMax);
        }
        this.requestsMax = requestsMax;
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    /** Counts a request, and says how that asker stands. */
    Standing count(String asker) {
        long nowSeconds = clock.instant().getEpochSecond();
        long start = nowSeconds - Math.floorMod(nowSeconds, WINDOW.toSeconds());
        Window window = windows.asMap()
                .merge(
                        asker,
                        new Window(start, 1),
                        (before, one) -> before.startSeconds() == start
                                ? new Window(start, Math.min(before.requests() + 1, requestsMax + 1))
                                : one);
        return new Standing(
                requestsMax,
                Math.max(0, requestsMax - window.requests()),
                window.requests() > requestsMax,
                start + WINDOW.toSeconds() - nowSeconds,
                start + WINDOW.toSeconds());
    }

    private record Window(long startSeconds, int requests) {}

    /**
     * @param limit requests in a window
     * @param remaining how many of them are left
     * @param exceeded whether this request is one too many
     * @param resetInSeconds until the window ends
     * @param resetEpochSeconds when that is
     */
    record Standing(int limit, int remaining, boolean exceeded, long resetInSeconds, long resetEpochSeconds) {}
}
