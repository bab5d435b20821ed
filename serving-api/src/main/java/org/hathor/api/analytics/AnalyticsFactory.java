package org.hathor.api.analytics;

import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.annotation.SerdeImport;
import jakarta.inject.Singleton;
import org.hathor.serving.ClickHouse;
import org.hathor.serving.analytics.Analytics;
import org.hathor.serving.analytics.ArtistAnalytics;
import org.hathor.serving.analytics.DayMeasures;
import org.hathor.serving.analytics.Overview;
import org.hathor.serving.analytics.Period;
import org.hathor.serving.analytics.TrackAnalytics;
import org.hathor.serving.analytics.UserStatistics;
import org.hathor.serving.music.Tracks;

/** Makes the analytics. */
@Factory
@SerdeImport(ArtistAnalytics.class)
@SerdeImport(ArtistAnalytics.TopTrack.class)
@SerdeImport(DayMeasures.class)
@SerdeImport(Overview.class)
@SerdeImport(Period.class)
@SerdeImport(TrackAnalytics.class)
@SerdeImport(UserStatistics.class)
@SerdeImport(UserStatistics.Heard.class)
@SerdeImport(UserStatistics.Hour.class)
@SerdeImport(UserStatistics.TopArtist.class)
@SerdeImport(UserStatistics.TopTrack.class)
final class AnalyticsFactory {
    @Singleton
    Analytics analytics(ClickHouse clickHouse, Tracks tracks) {
        return new Analytics(clickHouse, tracks);
    }
}
