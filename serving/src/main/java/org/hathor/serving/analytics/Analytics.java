package org.hathor.serving.analytics;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hathor.contracts.ArtistId;
import org.hathor.contracts.TrackId;
import org.hathor.contracts.UserId;
import org.hathor.serving.ClickHouse;
import org.hathor.serving.ServingException;
import org.hathor.serving.analytics.ClickHouseListens.HeardOf;
import org.hathor.serving.analytics.ClickHouseListens.Measured;
import org.hathor.serving.analytics.ClickHouseListens.Subject;
import org.hathor.serving.analytics.ClickHouseListens.Sums;
import org.hathor.serving.analytics.ClickHouseListens.TopTracks;
import org.hathor.serving.analytics.ClickHouseListens.UserSums;
import org.hathor.serving.analytics.ClickHouseListens.Variety;
import org.hathor.serving.music.MusicError;
import org.hathor.serving.music.MusicIds;
import org.hathor.serving.music.Track;
import org.hathor.serving.music.TrackName;
import org.hathor.serving.music.Tracks;

/** What was heard in a period: of the whole platform, of a track, of an artist, by a user. Thread-safe. */
public final class Analytics {
    public static final int TOP_DEFAULT = 10;
    public static final int TOP_MAX = 100;

    private final ClickHouseListens listens;
    private final Tracks tracks;

    public Analytics(ClickHouse clickHouse, Tracks tracks) {
        this.listens = new ClickHouseListens(clickHouse);
        this.tracks = Objects.requireNonNull(tracks, "tracks is null");
    }

    public Overview overview(Period period) {
        Sums sums = listens.sums(Subject.EVERYTHING, "", period);
        Variety variety = listens.variety(period);
        return new Overview(
                period, sums.total(), variety.tracks(), variety.artists(), DaySeries.of(period, sums.days()));
    }

    /** @throws ServingException with {@link MusicError#TRACK_NOT_FOUND} when it is neither described nor ever heard */
    public TrackAnalytics track(TrackId id, Period period) {
        Sums sums = listens.sums(Subject.TRACK, id.value(), period);
        Track track = tracks.find(id);
        if (sums.total().listens() == 0 && !track.described() && !listens.everHeard(Subject.TRACK, id.value())) {
            throw MusicIds.notFound(id);
        }
        return new TrackAnalytics(track.name(), period, sums.total(), DaySeries.of(period, sums.days()));
    }

    /**
     * @param limit of the top tracks, 1 to {@value #TOP_MAX}
     * @throws ServingException with {@link MusicError#ARTIST_NOT_FOUND} when nobody has named or heard the artist, or
     *     {@link AnalyticsError#INVALID_LIMIT}
     */
    public ArtistAnalytics artist(ArtistId id, Period period, int limit) {
        requireLimit(limit);
        Sums sums = listens.sums(Subject.ARTIST, id.value(), period);
        String name = tracks.artistName(id).orElse(null);
        if (sums.total().listens() == 0 && name == null && !listens.everHeard(Subject.ARTIST, id.value())) {
            throw MusicIds.notFound(id);
        }
        TopTracks top = listens.topTracks(id.value(), period, limit);
        Map<String, TrackName> names =
                tracks.names(top.best().stream().map(Measured::id).toList());
        return new ArtistAnalytics(
                id.value(),
                name,
                period,
                sums.total(),
                top.tracks(),
                DaySeries.of(period, sums.days()),
                top.best().stream()
                        .map(track -> new ArtistAnalytics.TopTrack(names.get(track.id()), track.measures()))
                        .toList());
    }

    /**
     * What the user heard; zeros for a user without listens.
     *
     * @param limit of the top lists, 1 to {@value #TOP_MAX}
     * @throws ServingException with {@link AnalyticsError#INVALID_LIMIT}
     */
    public UserStatistics user(UserId user, Period period, int limit) {
        requireLimit(limit);
        UserSums sums = listens.user(user, period);
        List<HeardOf> topTracks = listens.topTracks(user, period, limit);
        List<HeardOf> topArtists = listens.topArtists(user, period, limit);
        Map<String, TrackName> trackNames =
                tracks.names(topTracks.stream().map(HeardOf::id).toList());
        Map<String, String> artistNames =
                tracks.artistNames(topArtists.stream().map(HeardOf::id).toList());
        return new UserStatistics(
                user.value(),
                period,
                sums.heard(),
                sums.tracks(),
                sums.artists(),
                sums.first(),
                sums.last(),
                sums.days().size(),
                Streaks.longest(sums.days()),
                topTracks.stream()
                        .map(top -> new UserStatistics.TopTrack(trackNames.get(top.id()), top.heard()))
                        .toList(),
                topArtists.stream()
                        .map(top -> new UserStatistics.TopArtist(top.id(), artistNames.get(top.id()), top.heard()))
                        .toList(),
                listens.hours(user, period));
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > TOP_MAX) {
            throw new ServingException(
                    AnalyticsError.INVALID_LIMIT,
                    "limit must be 1 to %d, not %d".formatted(TOP_MAX, limit),
                    Map.of("parameter", "limit", "value", limit));
        }
    }
}
