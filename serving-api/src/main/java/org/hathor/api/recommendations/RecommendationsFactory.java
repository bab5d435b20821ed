package org.hathor.api.recommendations;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.hathor.serving.ClickHouse;
import org.hathor.serving.Redis;
import org.hathor.serving.music.Tracks;
import org.hathor.serving.recommendations.FeedItem;
import org.hathor.serving.recommendations.FeedPage;
import org.hathor.serving.recommendations.Feeds;
import org.hathor.serving.recommendations.Model;
import org.hathor.serving.recommendations.Reason;
import org.hathor.serving.recommendations.Trending;
import org.hathor.serving.recommendations.TrendingTracks;

/** Makes feeds and trends. */
@Factory
@SerdeImport(FeedItem.class)
@SerdeImport(FeedPage.class)
@SerdeImport(Model.class)
@SerdeImport(Reason.class)
@SerdeImport(TrendingTracks.class)
@SerdeImport(TrendingTracks.Item.class)
final class RecommendationsFactory {
    @Singleton
    Trending trending(Redis redis, Tracks tracks) {
        return new Trending(redis, tracks);
    }

    /** @param justHeard how long a track stays out of a feed after it was begun */
    @Singleton
    Feeds feeds(
            ClickHouse clickHouse,
            Redis redis,
            Tracks tracks,
            Clock clock,
            @Value("${hathor.feeds.just-heard:24h}") Duration justHeard) {
        return new Feeds(clickHouse, redis, tracks, clock, new SecureRandom(), justHeard);
    }
}
