package org.hathor.api.music;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.hathor.contracts.Endpoints;
import org.hathor.serving.ClickHouse;
import org.hathor.serving.Redis;
import org.hathor.serving.music.ListenMeasures;
import org.hathor.serving.music.Track;
import org.hathor.serving.music.TrackDetails;
import org.hathor.serving.music.TrackName;
import org.hathor.serving.music.TrackStatistics;
import org.hathor.serving.music.Tracks;
import org.hathor.warehouse.Warehouse;

/** Makes the stores that all reading features share, and the tracks. */
@Factory
@SerdeImport(ListenMeasures.class)
@SerdeImport(Track.class)
@SerdeImport(TrackDetails.class)
@SerdeImport(TrackName.class)
@SerdeImport(TrackStatistics.class)
final class MusicFactory {
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LIVE_TIMEOUT = Duration.ofSeconds(2);

    @Singleton
    @Bean(preDestroy = "close")
    Warehouse warehouse(Endpoints endpoints) {
        return Warehouse.open(endpoints.clickhouseJdbcUrl());
    }

    @Singleton
    ClickHouse clickHouse(Warehouse warehouse) {
        return new ClickHouse(warehouse::connection, QUERY_TIMEOUT);
    }

    @Singleton
    @Bean(preDestroy = "close")
    Redis redis(Endpoints endpoints) {
        return Redis.at(endpoints.redisUrl(), LIVE_TIMEOUT);
    }

    @Singleton
    Tracks tracks(ClickHouse clickHouse) {
        return new Tracks(clickHouse);
    }
}
