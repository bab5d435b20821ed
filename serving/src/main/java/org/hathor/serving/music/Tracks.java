package org.hathor.serving.music;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hathor.contracts.ArtistId;
import org.hathor.contracts.TrackId;
import org.hathor.serving.ClickHouse;

/**
 * What tracks and artists are called and how tracks were played.
 *
 * <p>Names are cached: a description counts for a minute, the lack of one for two seconds, so a new track has its name
 * almost at once. Statistics are never cached. Thread-safe.
 */
public final class Tracks {
    private static final int CACHED_MAX = 50_000;
    private static final int IDS_PER_QUERY_MAX = 500;
    private static final Duration KNOWN_KEPT = Duration.ofMinutes(1);
    private static final Duration UNKNOWN_KEPT = Duration.ofSeconds(2);

    private final Catalogue catalogue;
    private final Cache<String, Track> tracks;
    private final Cache<String, Optional<String>> artists;

    public Tracks(ClickHouse clickHouse) {
        this(new Catalogue(clickHouse), Ticker.systemTicker());
    }

    Tracks(Catalogue catalogue, Ticker ticker) {
        this.catalogue = catalogue;
        this.tracks = cache(Track::described, ticker);
        this.artists = cache(Optional::isPresent, ticker);
    }

    private static <V> Cache<String, V> cache(Predicate<V> known, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(CACHED_MAX)
                .ticker(ticker)
                .expireAfter(Expiry.<String, V>writing((id, value) -> known.test(value) ? KNOWN_KEPT : UNKNOWN_KEPT))
                .build();
    }

    /**
     * The track with its play statistics.
     *
     * @throws org.hathor.serving.ServingException with {@link MusicError#TRACK_NOT_FOUND} when it is neither described
     *     nor was ever heard
     */
    public TrackDetails details(TrackId id) {
        Track track = find(id);
        TrackStatistics statistics = catalogue.statistics(id);
        if (!track.described() && statistics.measures().listens() == 0) {
            throw MusicIds.notFound(id);
        }
        return new TrackDetails(track, statistics);
    }

    /** The track's latest description; bare but for its id where there is none. */
    public Track find(TrackId id) {
        return findAll(List.of(id.value())).get(id.value());
    }

    /** The latest descriptions of these tracks, one for each id, bare but for the id where there is none. */
    public Map<String, Track> findAll(Collection<String> ids) {
        Set<String> wanted = new TreeSet<>(ids);
        Map<String, Track> found = new HashMap<>(tracks.getAllPresent(wanted));
        List<String> missing =
                wanted.stream().filter(id -> !found.containsKey(id)).toList();
        for (int from = 0; from < missing.size(); from += IDS_PER_QUERY_MAX) {
            found.putAll(load(missing.subList(from, Math.min(missing.size(), from + IDS_PER_QUERY_MAX))));
        }
        return found;
    }

    /** These tracks as lists show them, in the given order. */
    public Map<String, TrackName> names(Collection<String> ids) {
        Map<String, Track> found = findAll(ids);
        Map<String, TrackName> names = new LinkedHashMap<>();
        ids.forEach(id -> names.put(id, found.get(id).name()));
        return names;
    }

    /** The artist's name; empty where nobody has named it. */
    public Optional<String> artistName(ArtistId id) {
        return Optional.ofNullable(artistNames(List.of(id.value())).get(id.value()));
    }

    /** Names of these artists by id; those that nobody named are absent. */
    public Map<String, String> artistNames(Collection<String> ids) {
        Set<String> wanted = new TreeSet<>(ids);
        Map<String, Optional<String>> found = new HashMap<>(artists.getAllPresent(wanted));
        List<String> missing =
                wanted.stream().filter(id -> !found.containsKey(id)).toList();
        for (int from = 0; from < missing.size(); from += IDS_PER_QUERY_MAX) {
            List<String> some = missing.subList(from, Math.min(missing.size(), from + IDS_PER_QUERY_MAX));
            Map<String, String> names = catalogue.artistNames(some);
            some.forEach(id -> found.put(id, Optional.ofNullable(names.get(id))));
            some.forEach(id -> artists.put(id, found.get(id)));
        }
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().orElseThrow()));
    }

    private Map<String, Track> load(List<String> ids) {
        Map<String, Track> loaded = new HashMap<>();
        catalogue.tracks(ids).forEach(track -> loaded.put(track.trackId(), track));
        nameArtists(loaded);
        ids.forEach(id -> loaded.computeIfAbsent(id, Track::undescribed));
        tracks.putAll(loaded);
        return loaded;
    }

    private void nameArtists(Map<String, Track> loaded) {
        Set<String> nameless = loaded.values().stream()
                .filter(track -> track.artistName() == null && track.artistId() != null)
                .map(Track::artistId)
                .collect(Collectors.toSet());
        Map<String, String> names = artistNames(nameless);
        loaded.replaceAll(
                (id, track) -> track.artistName() == null && names.containsKey(String.valueOf(track.artistId()))
                        ? track.withArtistName(names.get(track.artistId()))
                        : track);
    }
}
