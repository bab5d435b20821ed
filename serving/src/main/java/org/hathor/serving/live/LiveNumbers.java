package org.hathor.serving.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.TrackId;
import org.hathor.serving.Redis;
import org.hathor.serving.ServingException;
import org.hathor.serving.live.LiveCounts.Counted;
import org.hathor.serving.music.TrackName;
import org.hathor.serving.music.Tracks;

/**
 * The live numbers, named and in one piece. Thread-safe.
 *
 * <p>Plays per second need samples: {@link #sample} wants to be called once a second.
 */
public final class LiveNumbers {
    public static final int TOP_DEFAULT = 10;
    public static final int TOP_MAX = 100;
    private static final Duration RATE_WINDOW = Duration.ofSeconds(10);

    private final LiveCounts counts;
    private final Tracks tracks;
    private final Clock clock;
    private final PlayRate rate = new PlayRate(RATE_WINDOW);

    public LiveNumbers(Redis redis, Tracks tracks, Clock clock) {
        this.counts = new LiveCounts(redis);
        this.tracks = Objects.requireNonNull(tracks, "tracks is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
    }

    /** Takes a sample for the plays per second. */
    public void sample() {
        Map<String, Long> playsByDay = LiveCounts.playsByDay(counts.totals());
        Instant at = clock.instant();
        synchronized (rate) {
            rate.sample(at, playsByDay);
        }
    }

    /**
     * The numbers as they are now.
     *
     * @param limit of the top lists, 1 to {@value #TOP_MAX}
     * @throws ServingException with {@link LiveError#INVALID_LIMIT} or {@link org.hathor.serving.StoreError}
     */
    public LiveSnapshot snapshot(int limit) {
        if (limit < 1 || limit > TOP_MAX) {
            throw new ServingException(
                    LiveError.INVALID_LIMIT,
                    "limit must be 1 to %d, not %d".formatted(TOP_MAX, limit),
                    Map.of("parameter", "limit", "value", limit));
        }
        Instant at = clock.instant();
        LocalDate day = today(at);
        Map<String, Long> totals = counts.totals();
        List<Counted> played = counts.mostPlayed(day, limit);
        List<Counted> heard = counts.mostHeard(limit);
        Map<String, TrackName> names = tracks.names(Stream.of(played, heard)
                .flatMap(Collection::stream)
                .map(Counted::id)
                .distinct()
                .toList());
        return new LiveSnapshot(
                at,
                day,
                perSecond(),
                totals.getOrDefault(LiveKeys.totalPlays(day), 0L),
                totals.getOrDefault(LiveKeys.totalQualifiedPlays(day), 0L),
                totals.getOrDefault(LiveKeys.TOTAL_LISTENERS, 0L),
                played.stream()
                        .map(track -> new LiveSnapshot.PlayedTrack(names.get(track.id()), track.count()))
                        .toList(),
                heard.stream()
                        .map(track -> new LiveSnapshot.HeardTrack(names.get(track.id()), track.count()))
                        .toList(),
                counts.countries());
    }

    /** One track's numbers; zeros for a track that nobody plays. */
    public LiveTrack track(TrackId id) {
        Instant at = clock.instant();
        LocalDate day = today(at);
        return new LiveTrack(
                tracks.find(id).name(),
                at,
                day,
                counts.plays(id.value(), day),
                counts.qualifiedPlays(id.value(), day),
                counts.listeners(id.value()));
    }

    private double perSecond() {
        synchronized (rate) {
            return rate.perSecond();
        }
    }

    private static LocalDate today(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
