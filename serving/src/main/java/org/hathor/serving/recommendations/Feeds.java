package org.hathor.serving.recommendations;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.UserId;
import org.hathor.serving.ClickHouse;
import org.hathor.serving.Redis;
import org.hathor.serving.ServingException;
import org.hathor.serving.music.Track;
import org.hathor.serving.music.Tracks;
import org.hathor.serving.recommendations.FeedSessions.Page;

/**
 * Each listener's own feed, page by page: no track twice, none that the listener has just heard, artists spaced by
 * {@link ArtistSpacing}, a reason with each. Asking a cursor again gives the same page. Thread-safe.
 */
public final class Feeds {
    public static final int LIMIT_DEFAULT = 20;
    public static final int LIMIT_MAX = 100;
    public static final Duration JUST_HEARD_DEFAULT = Duration.ofHours(24);

    private final ModelLists lists;
    private final FeedSources sources;
    private final FeedSessions sessions;
    private final Tracks tracks;
    private final Clock clock;
    private final SecureRandom random;
    private final Duration justHeard;

    /** @param justHeard how long a track stays out of the feed after it was begun */
    public Feeds(
            ClickHouse clickHouse, Redis redis, Tracks tracks, Clock clock, SecureRandom random, Duration justHeard) {
        this.lists = new ModelLists(clickHouse);
        this.sources = new FeedSources(lists, new TrendingLists(redis), tracks);
        this.sessions = new FeedSessions(redis);
        this.tracks = Objects.requireNonNull(tracks, "tracks is null");
        this.clock = Objects.requireNonNull(clock, "clock is null");
        this.random = Objects.requireNonNull(random, "random is null");
        this.justHeard = Objects.requireNonNull(justHeard, "justHeard is null");
    }

    /**
     * A page of the user's feed.
     *
     * @param cursor of the page before; null or blank to begin anew
     * @param limit most items, 1 to {@value #LIMIT_MAX}
     * @throws ServingException with {@link RecommendationError}
     */
    public FeedPage page(UserId user, String cursor, int limit) {
        Limits.require(limit, LIMIT_MAX);
        return cursor == null || cursor.isBlank() ? first(user, limit) : next(user, FeedCursor.parse(cursor), limit);
    }

    private FeedPage first(UserId user, int limit) {
        Instant since = clock.instant().minus(justHeard);
        Set<String> heard = lists.heardSince(user, since);
        FeedSession session = sources.session(user, heard);
        FeedCursor cursor = FeedCursor.fresh(random);
        sessions.begin(cursor, session);
        return shown(session, cursor, cut(session, cursor, List.of(), heard, limit));
    }

    private FeedPage next(UserId user, FeedCursor cursor, int limit) {
        FeedSession session = sessions.find(cursor).orElseThrow(Feeds::expired);
        if (!session.userId().equals(user.value())) {
            throw new ServingException(
                    RecommendationError.INVALID_CURSOR,
                    "This cursor belongs to somebody else's feed: begin anew without a cursor",
                    Map.of("parameter", "cursor"));
        }
        Page page = sessions.page(cursor, limit).orElseGet(() -> {
            List<Integer> before = sessions.shownAt(cursor).orElseThrow(Feeds::expired);
            Set<String> heard = lists.heardSince(user, clock.instant().minus(justHeard));
            return cut(session, cursor, before, heard, limit);
        });
        return shown(session, cursor, page);
    }

    private Page cut(FeedSession session, FeedCursor cursor, List<Integer> before, Set<String> heard, int limit) {
        FeedPager.Cut cut = FeedPager.next(session.candidates(), before, heard, limit);
        String nextPlace =
                cut.more() == FeedPager.More.YES ? cursor.elsewhere(random).place() : null;
        return sessions.keep(cursor, limit, new Page(cut.page(), nextPlace), cut.shown());
    }

    private FeedPage shown(FeedSession session, FeedCursor cursor, Page page) {
        List<Candidate> candidates =
                page.indices().stream().map(session.candidates()::get).toList();
        Set<String> ids = new HashSet<>();
        for (Candidate candidate : candidates) {
            ids.add(candidate.trackId());
            if (candidate.reasonKind() == ReasonKind.BECAUSE_YOU_PLAYED && candidate.reasonId() != null) {
                ids.add(candidate.reasonId());
            }
        }
        Map<String, Track> known = tracks.findAll(ids);
        return new FeedPage(
                candidates.stream().map(candidate -> item(candidate, known)).toList(),
                page.nextPlace() == null ? null : new FeedCursor(cursor.session(), page.nextPlace()).toString(),
                session.model());
    }

    private static FeedItem item(Candidate candidate, Map<String, Track> known) {
        Track track = known.get(candidate.trackId());
        return new FeedItem(
                track.name().withArtistIfUnknown(candidate.artistId()),
                track.albumName(),
                track.lengthMs(),
                candidate.score(),
                reason(candidate, known));
    }

    private static Reason reason(Candidate candidate, Map<String, Track> known) {
        return switch (candidate.reasonKind()) {
            case BECAUSE_YOU_PLAYED -> becauseYouPlayed(candidate.reasonId(), known);
            case FOR_YOUR_TASTE -> new Reason(ReasonKind.FOR_YOUR_TASTE, "Picked for your taste", null);
            case POPULAR -> new Reason(ReasonKind.POPULAR, "Popular with listeners now", null);
            case TRENDING ->
                new Reason(
                        ReasonKind.TRENDING,
                        LiveKeys.GLOBAL_SCOPE.equals(candidate.reasonId())
                                ? "Trending now"
                                : "Trending in " + candidate.reasonId(),
                        null);
        };
    }

    private static Reason becauseYouPlayed(String playedId, Map<String, Track> known) {
        Track played = playedId == null ? null : known.get(playedId);
        String text = played == null || !played.described()
                ? "Because of what you played"
                : "Because you played " + played.title();
        return new Reason(ReasonKind.BECAUSE_YOU_PLAYED, text, playedId);
    }

    private static ServingException expired() {
        return new ServingException(
                RecommendationError.CURSOR_EXPIRED,
                "This feed is over: begin anew without a cursor",
                Map.of("parameter", "cursor"));
    }
}
