package org.hathor.serving.recommendations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hathor.contracts.LiveKeys;
import org.hathor.serving.Redis;
import org.hathor.serving.ServingException;
import org.hathor.serving.music.TrackName;
import org.hathor.serving.music.Tracks;
import org.hathor.serving.recommendations.TrendingLists.Ranking;

/** What is rising now, everywhere or in a country. Thread-safe. */
public final class Trending {
    public static final int LIMIT_DEFAULT = 20;
    public static final int LIMIT_MAX = 100;
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final TrendingLists lists;
    private final Tracks tracks;

    public Trending(Redis redis, Tracks tracks) {
        this.lists = new TrendingLists(redis);
        this.tracks = Objects.requireNonNull(tracks, "tracks is null");
    }

    /**
     * The list, empty while there is none.
     *
     * @param country ISO 3166-1 alpha-2 in any case; null or blank for everywhere
     * @param limit 1 to {@value #LIMIT_MAX}
     * @throws ServingException with {@link RecommendationError#INVALID_COUNTRY} or
     *     {@link RecommendationError#INVALID_LIMIT}
     */
    public TrendingTracks list(String country, int limit) {
        Limits.require(limit, LIMIT_MAX);
        String scope = scope(country);
        Ranking ranking = lists.list(scope).orElse(null);
        if (ranking == null) {
            return new TrendingTracks(scope, null, null, List.of());
        }
        List<Ranking.Entry> entries = ranking.entries().stream().limit(limit).toList();
        Map<String, TrackName> names =
                tracks.names(entries.stream().map(Ranking.Entry::trackId).toList());
        List<TrendingTracks.Item> items = new ArrayList<>();
        for (Ranking.Entry entry : entries) {
            items.add(new TrendingTracks.Item(
                    items.size() + 1,
                    names.get(entry.trackId()).withArtistIfUnknown(entry.artistId()),
                    entry.score(),
                    entry.velocity()));
        }
        return new TrendingTracks(scope, Instant.ofEpochMilli(ranking.rankedAt()), ranking.halfLifeMs(), items);
    }

    private static String scope(String country) {
        if (country == null || country.isBlank()) {
            return LiveKeys.GLOBAL_SCOPE;
        }
        String scope = country.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRY.matcher(scope).matches()) {
            throw new ServingException(
                    RecommendationError.INVALID_COUNTRY,
                    "country must be an ISO 3166-1 alpha-2 code such as SE",
                    Map.of("parameter", "country", "value", country));
        }
        return scope;
    }
}
