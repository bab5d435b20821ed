package org.hathor.api.live;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.hathor.serving.Redis;
import org.hathor.serving.live.LiveNumbers;
import org.hathor.serving.live.LivePulse;
import org.hathor.serving.live.LiveSnapshot;
import org.hathor.serving.live.LiveTrack;
import org.hathor.serving.music.Tracks;

/** Makes the live numbers and their beat. */
@Factory
@SerdeImport(LiveSnapshot.class)
@SerdeImport(LiveSnapshot.PlayedTrack.class)
@SerdeImport(LiveSnapshot.HeardTrack.class)
@SerdeImport(LiveTrack.class)
final class LiveFactory {
    private static final Duration PACE = Duration.ofSeconds(1);
    private static final int SUBSCRIBERS_MAX = 500;

    @Singleton
    LiveNumbers numbers(Redis redis, Tracks tracks, Clock clock) {
        return new LiveNumbers(redis, tracks, clock);
    }

    /** Beats from the start, so that plays per second are known before anyone asks. */
    @Context
    @Bean(preDestroy = "close")
    LivePulse pulse(LiveNumbers numbers) {
        return LivePulse.start(numbers, PACE, SUBSCRIBERS_MAX);
    }
}
