package org.hathor.serving.recommendations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hathor.contracts.LiveKeys;
import org.hathor.contracts.UserId;
import org.hathor.serving.music.Track;
import org.hathor.serving.music.Tracks;

/**
 * Where a feed's candidates come from.
 *
 * <ol>
 *   <li>A listener whom the promoted model knows: the model's list, then what is popular.
 *   <li>One it does not know: what is popular, every third item trending in the listener's country where that is known.
 *   <li>No promoted model: what is trending in the country, then everywhere, then what was played most.
 * </ol>
 */
final class FeedSources {
    /** How many candidates a feed is cut from at most. */
    static final int CANDIDATES_MAX = 500;

    /** Read from a list, so that enough is left when what was just heard is taken out. */
    private static final int LIST_MAX = 2 * CANDIDATES_MAX;

    private final ModelLists lists;
    private final TrendingLists trending;
    private final Tracks tracks;

    FeedSources(ModelLists lists, TrendingLists trending, Tracks tracks) {
        this.lists = Objects.requireNonNull(lists, "lists is null");
        this.trending = Objects.requireNonNull(trending, "trending is null");
        this.tracks = Objects.requireNonNull(tracks, "tracks is null");
    }

    /** A session for the user, without what was just heard. */
    FeedSession session(UserId user, Set<String> heard) {
        Optional<Model> model = lists.promoted();
        List<Candidate> candidates =
                model.map(promoted -> ofModel(promoted, user)).orElseGet(() -> withoutModel(user));
        return new FeedSession(
                user.value(),
                model.orElse(null),
                withArtists(candidates.stream()
                        .filter(candidate -> !heard.contains(candidate.trackId()))
                        .limit(CANDIDATES_MAX)
                        .toList()));
    }

    private List<Candidate> ofModel(Model model, UserId user) {
        List<Candidate> own = lists.ofUser(model, user, LIST_MAX);
        List<Candidate> popular = lists.popular(model, LIST_MAX);
        return own.isEmpty() ? CandidateMix.twoToOne(popular, trendingNear(user)) : CandidateMix.inTurn(own, popular);
    }

    private List<Candidate> withoutModel(UserId user) {
        return CandidateMix.inTurn(
                trendingNear(user), trendingIn(LiveKeys.GLOBAL_SCOPE), lists.mostPlayed(CANDIDATES_MAX));
    }

    private List<Candidate> trendingNear(UserId user) {
        return lists.country(user).map(this::trendingIn).orElse(List.of());
    }

    private List<Candidate> trendingIn(String scope) {
        return trending.list(scope).map(TrendingLists.Ranking::entries).orElse(List.of()).stream()
                .map(entry ->
                        new Candidate(entry.trackId(), entry.artistId(), entry.score(), ReasonKind.TRENDING, scope))
                .toList();
    }

    /** With the artists as the catalogue has them, which is what listeners see. */
    private List<Candidate> withArtists(List<Candidate> candidates) {
        Map<String, Track> known =
                tracks.findAll(candidates.stream().map(Candidate::trackId).toList());
        List<Candidate> named = new ArrayList<>();
        for (Candidate candidate : candidates) {
            String artist = known.get(candidate.trackId()).artistId();
            named.add(artist == null ? candidate : candidate.withArtist(artist));
        }
        return named;
    }
}
